package dk.rettidig.oversight.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Requests for erasure in the navigation of the rights desk. */
@Singleton
class ErasureRequestSection implements SiteSection {

    private static final Set<String> DESK =
            Set.of(ActorKind.DATA_PROTECTION_OFFICER.id(), ActorKind.LEGAL_REVIEWER.id());

    @Override
    public int order() {
        return 7;
    }

    @Override
    public String path() {
        return "/erasure-requests";
    }

    @Override
    public String title(Language language) {
        return language.choose("Sletning", "Erasure");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return DESK.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        return List.of();
    }
}
