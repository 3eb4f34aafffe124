package dk.rettidig.notification.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.Notifications.Waiting;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notifications in the navigation and on the front page. */
@Singleton
class NotificationsSection implements SiteSection {

    private static final Set<String> UNIT = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());

    private final NotificationDesk desk;
    private final CurrentActor actor;

    NotificationsSection(NotificationDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public int order() {
        return -1; // before follow-up, which comes before flags
    }

    @Override
    public String path() {
        return "/notifications";
    }

    @Override
    public String title(Language language) {
        return language.choose("Underretninger", "Notifications");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return UNIT.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        Optional<MunicipalityCode> municipality = actor.get().municipality();
        return municipality
                .map(desk::waiting)
                .filter(waiting -> waiting.open() > 0)
                .map(waiting -> List.of(today(waiting, language)))
                .orElse(List.of());
    }

    private static Today today(Waiting waiting, Language language) {
        String number = Words.count(waiting.open(), language);
        String late = Words.count(waiting.overdue(), language);
        String next = waiting.nextDue()
                .map(at -> NotificationLabels.end(at, language))
                .orElse("–");
        return new Today(
                language.choose(
                        waiting.open() == 1 ? "1 underretning venter" : number + " underretninger venter",
                        waiting.open() == 1 ? "1 notification waits" : number + " notifications wait"),
                waiting.overdue() == 0
                        ? language.choose("Den næste frist er " + next + ".", "The next deadline is " + next + ".")
                        : language.choose(
                                late + " har en frist, der er overskredet.",
                                late + " have a deadline that has passed."),
                "/notifications",
                language.choose("Se underretningerne", "See the notifications"));
    }
}
