package dk.rettidig.handover.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.Handovers;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Handovers in the navigation and on the front page. */
@Singleton
class HandoverSection implements SiteSection {

    private static final Set<String> UNIT = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());
    private static final int ENOUGH = 200;

    private final HandoverDesk desk;
    private final CurrentActor actor;

    HandoverSection(HandoverDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String path() {
        return "/handovers";
    }

    @Override
    public String title(Language language) {
        return language.choose("Overdragelser", "Handovers");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return UNIT.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        long ours = actor.get().municipality().stream()
                .flatMap(code -> desk.list(code, Handovers.Filter.OPEN, Optional.empty(), ENOUGH).stream())
                .filter(view -> view.running().stream()
                        .anyMatch(running ->
                                running.duty().side() == view.filed().own().side()))
                .count();
        return ours == 0 ? List.of() : List.of(today(ours, language));
    }

    private static Today today(long ours, Language language) {
        String number = Words.count(ours, language);
        return new Today(
                language.choose(
                        number + (ours == 1 ? " overdragelse" : " overdragelser") + " venter på jer",
                        number + (ours == 1 ? " handover waits" : " handovers wait") + " for you"),
                language.choose(
                        "Børn, der flytter til eller fra kommunen.", "Children who move to or from the municipality."),
                "/handovers",
                language.choose("Se overdragelserne", "See the handovers"));
    }
}
