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

/** The checking of the ledger in the navigation and on the front page of an authorised verifier, who has nothing else. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Singleton
class VerificationSection implements SiteSection {

    private static final String PATH = "/ledger/verification";

    private final LedgerReader reader;

    VerificationSection(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String title(Language language) {
        return language.choose("Efterprøvning", "Verification");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return visitor.role().equals(ActorKind.VERIFIER.id());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        String size = Words.count(reader.checkpoint().size(), language);
        return List.of(new Today(
                language.choose(
                        "Protokollen har " + size + " indførsler at efterprøve",
                        "The ledger has " + size + " entries to check"),
                language.choose(
                        "Du kan læse indførslerne, som de står, og hente dem med beviser. Du ser ingen personer og kan intet ændre.",
                        "You can read the entries as they stand and take them along with proofs. You see no people and can change nothing."),
                PATH,
                language.choose("Se, hvordan du efterprøver den", "See how to check it")));
    }
}
