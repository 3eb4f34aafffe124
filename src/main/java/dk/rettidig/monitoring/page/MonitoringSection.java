package dk.rettidig.monitoring.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Monitoring in the navigation of those who answer for models. */
@Singleton
class MonitoringSection implements SiteSection {

    static final Set<String> READERS =
            Set.of(ActorKind.MODEL_OWNER.id(), ActorKind.TEAM_LEADER.id(), ActorKind.DATA_PROTECTION_OFFICER.id());

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String path() {
        return "/monitoring";
    }

    @Override
    public String title(Language language) {
        return language.choose("Overvågning", "Monitoring");
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
