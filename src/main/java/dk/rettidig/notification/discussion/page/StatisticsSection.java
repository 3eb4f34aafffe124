package dk.rettidig.notification.discussion.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.notification.discussion.DiscussionDesk;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Figures on notifications in the navigation; the team leader's front page says which actions nobody ended in time. */
@Singleton
class StatisticsSection implements SiteSection {

    private static final Set<String> READERS = Set.of(
            ActorKind.CASEWORKER.id(),
            ActorKind.TEAM_LEADER.id(),
            ActorKind.LEGAL_REVIEWER.id(),
            ActorKind.DATA_PROTECTION_OFFICER.id(),
            ActorKind.CITIZENS_ADVISER.id());

    private final DiscussionDesk desk;
    private final CurrentActor actor;

    StatisticsSection(DiscussionDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

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
        if (!visitor.role().equals(ActorKind.TEAM_LEADER.id())) {
            return List.of();
        }
        LocalDate today = desk.today();
        long overdue = actor.get().municipality().stream()
                .flatMap(municipality -> desk.all(municipality).stream())
                .mapToLong(discussion -> discussion.overdue(today))
                .sum();
        if (overdue == 0) {
            return List.of();
        }
        return List.of(new Today(
                language.choose(
                        overdue + (overdue == 1 ? " handling" : " handlinger") + " om tal efter fristen",
                        overdue + (overdue == 1 ? " action" : " actions") + " about figures overdue"),
                language.choose(
                        "Skriv, at den er gjort, eller hvorfor den er opgivet.",
                        "Write that it was done, or why it was given up."),
                "/statistics/discussions",
                language.choose("Se drøftelserne", "See the discussions")));
    }
}
