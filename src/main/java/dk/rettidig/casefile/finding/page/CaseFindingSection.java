package dk.rettidig.casefile.finding.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.casefile.finding.CaseDesk;
import dk.rettidig.casefile.finding.FoundState;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Case findings in the navigation and on the front page of those who work on them. */
@Singleton
class CaseFindingSection implements SiteSection {

    private static final Set<String> UNIT = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());

    private final CaseDesk desk;
    private final CurrentActor actor;

    CaseFindingSection(CaseDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String path() {
        return "/case-findings";
    }

    @Override
    public String title(Language language) {
        return language.choose("Fund i sager", "Case findings");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return UNIT.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        if (!visitor.role().equals(ActorKind.TEAM_LEADER.id())) {
            return List.of();
        }
        long breached = desk.figures(actor.get()).now(FoundState.BREACHED);
        if (breached == 0) {
            return List.of();
        }
        String number = Words.count(breached, language);
        return List.of(new Today(
                language.choose(
                        number + " krav er ikke registreret i tide i sagerne",
                        number + " demands are not on record in time in the cases"),
                language.choose(
                        "At noget ikke er registreret, siger ikke, at det ikke er gjort.",
                        "That something is not on record does not say that it was not done."),
                "/case-findings",
                language.choose("Se fundene", "See the findings")));
    }
}
