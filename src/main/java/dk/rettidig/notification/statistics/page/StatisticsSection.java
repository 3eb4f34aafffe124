package dk.rettidig.notification.statistics.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Figures on notifications in the navigation. */
@Singleton
class StatisticsSection implements SiteSection {

    private static final Set<String> READERS = Set.of(
            ActorKind.CASEWORKER.id(),
            ActorKind.TEAM_LEADER.id(),
            ActorKind.LEGAL_REVIEWER.id(),
            ActorKind.DATA_PROTECTION_OFFICER.id(),
            ActorKind.CITIZENS_ADVISER.id());

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String path() {
        return "/statistics";
    }

    @Override
    public String title(Language language) {
        return language.choose("Tal", "Figures");
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
