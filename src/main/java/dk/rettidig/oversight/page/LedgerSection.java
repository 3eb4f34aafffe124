package dk.rettidig.oversight.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.web.Language;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;

/** The ledger in the navigation and on the front page of the data protection officer. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Singleton
class LedgerSection implements SiteSection {

    private final LedgerReader reader;

    LedgerSection(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String path() {
        return "/ledger";
    }

    @Override
    public String title(Language language) {
        return language.choose("Protokol", "Ledger");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return visitor.role().equals(ActorKind.DATA_PROTECTION_OFFICER.id());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        String size = Words.count(reader.checkpoint().size(), language);
        return List.of(new Today(
                language.choose("Protokollen har " + size + " indførsler", "The ledger has " + size + " entries"),
                language.choose(
                        "Hvem gjorde hvad, på hvilken hjemmel. Hver indførsel kan efterprøves, også uden os.",
                        "Who did what, on which legal basis. Every entry can be checked, also without us."),
                "/ledger",
                language.choose("Se protokollen", "See the ledger")));
    }
}
