package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Legal supervision in the navigation. */
@Singleton
class SupervisionSection implements SiteSection {

    private static final Set<String> READERS = Set.of(
            ActorKind.TEAM_LEADER.id(),
            ActorKind.LEGAL_REVIEWER.id(),
            ActorKind.CASEWORKER.id(),
            ActorKind.DATA_PROTECTION_OFFICER.id(),
            ActorKind.CITIZENS_ADVISER.id());

    private final Reports reports;
    private final CurrentActor actor;

    SupervisionSection(Reports reports, CurrentActor actor) {
        this.reports = reports;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 9;
    }

    @Override
    public String path() {
        return "/supervision";
    }

    @Override
    public String title(Language language) {
        return language.choose("Tilsyn", "Supervision");
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
        int overdue = actor.get().municipality().map(reports::overdue).orElse(0);
        return overdue == 0 ? List.of() : List.of(overdue(overdue, language));
    }

    private static Today overdue(int plans, Language language) {
        return new Today(
                language.choose(
                        plans + (plans == 1 ? " plan" : " planer") + " uden en ny runde",
                        plans + (plans == 1 ? " plan" : " plans") + " without a new round"),
                language.choose(
                        "Dagen er gået, og ingen runde har vist, om det hjalp.",
                        "The day has passed, and no round has shown whether it helped."),
                "/supervision",
                language.choose("Se tilsynet", "See the supervision"));
    }
}
