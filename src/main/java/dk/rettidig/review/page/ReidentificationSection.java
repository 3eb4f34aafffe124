package dk.rettidig.review.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Requests for re-identification in the navigation, and on the front page of whoever decides them. */
@Singleton
class ReidentificationSection implements SiteSection {

    private static final Set<String> READERS = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());

    private final ReidentificationList list;
    private final CurrentActor actor;

    ReidentificationSection(ReidentificationList list, CurrentActor actor) {
        this.list = list;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String path() {
        return "/reidentifications";
    }

    @Override
    public String title(Language language) {
        return language.choose("Genidentifikation", "Re-identification");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return READERS.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        if (!list.decides(actor.get())) {
            return List.of();
        }
        long waiting = list.list(actor.get()).stream()
                .filter(item -> item.state() == Reidentification.State.REQUESTED && !item.mine())
                .count();
        return waiting == 0 ? List.of() : List.of(today(waiting, language));
    }

    private static Today today(long waiting, Language language) {
        return new Today(
                language.choose(
                        waiting == 1
                                ? "1 anmodning om genidentifikation venter på dig"
                                : waiting + " anmodninger om genidentifikation venter på dig",
                        waiting == 1
                                ? "1 request for re-identification waits for you"
                                : waiting + " requests for re-identification wait for you"),
                language.choose(
                        "En rådgiver kan først se, hvem barnet er, når en anden har godkendt det.",
                        "A caseworker can see who the child is only once another person has approved it."),
                "/reidentifications",
                language.choose("Se anmodningerne", "See the requests"));
    }
}
