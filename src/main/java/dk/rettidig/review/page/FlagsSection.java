package dk.rettidig.review.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.review.Reviews;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flags in the navigation and on the front page. */
@Singleton
class FlagsSection implements SiteSection {

    private static final Set<String> READERS = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());

    /** Flags counted for the front page; more than anyone reads in a day. */
    private static final int COUNTED = 200;

    private final Reviews reviews;
    private final CurrentActor actor;

    FlagsSection(Reviews reviews, CurrentActor actor) {
        this.reviews = reviews;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String path() {
        return "/flags";
    }

    @Override
    public String title(Language language) {
        return language.choose("Markeringer", "Flags");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return READERS.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        Optional<MunicipalityCode> municipality = actor.get().municipality();
        List<FlagListing> waiting = municipality
                .map(code -> reviews.list(code, Optional.empty(), COUNTED))
                .orElse(List.of());
        return waiting.isEmpty() ? List.of() : List.of(today(waiting, language));
    }

    private static Today today(List<FlagListing> waiting, Language language) {
        int count = waiting.size();
        String number = count == COUNTED ? COUNTED + "+" : Integer.toString(count);
        String deadline = Words.date(waiting.getFirst().deadline(), language);
        return new Today(
                language.choose(
                        count == 1 ? "1 markering venter" : number + " markeringer venter",
                        count == 1 ? "1 flag waits" : number + " flags wait"),
                language.choose(
                        "Den første frist er " + deadline + ". De står efter frist, og rækkefølgen siger intet andet.",
                        "The first deadline is " + deadline + ". They stand by deadline; the order says nothing else."),
                "/flags",
                language.choose("Se markeringerne", "See the flags"));
    }
}
