package dk.rettidig.review.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts of re-identifications in the navigation of the data protection officer. */
@Singleton
class CountsSection implements SiteSection {

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String path() {
        return "/reidentifications/counts";
    }

    @Override
    public String title(Language language) {
        return language.choose("Genidentifikation", "Re-identification");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return visitor.role().equals(ActorKind.DATA_PROTECTION_OFFICER.id());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        return List.of();
    }
}
