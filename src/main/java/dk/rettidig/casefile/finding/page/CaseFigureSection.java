package dk.rettidig.casefile.finding.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Counts of case findings in the navigation of those who read no case; the others find them beside the list. */
@Singleton
class CaseFigureSection implements SiteSection {

    private static final Set<String> READERS = Set.of(
            ActorKind.LEGAL_REVIEWER.id(), ActorKind.DATA_PROTECTION_OFFICER.id(), ActorKind.CITIZENS_ADVISER.id());

    @Override
    public int order() {
        return 9;
    }

    @Override
    public String path() {
        return "/case-findings/figures";
    }

    @Override
    public String title(Language language) {
        return language.choose("Fund i sager", "Case findings");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return READERS.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        return List.of();
    }
}
