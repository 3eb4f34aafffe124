package dk.rettidig.review.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.review.CorrectionDesk;
import dk.rettidig.review.Reviews;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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
    private final CorrectionDesk corrections;
    private final CurrentActor actor;

    FlagsSection(Reviews reviews, CorrectionDesk corrections, CurrentActor actor) {
        this.reviews = reviews;
        this.corrections = corrections;
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
        List<Today> today = new ArrayList<>();
        int late = corrections.standing(actor.get()).size();
        if (late > 0) {
            today.add(late(late, language));
        }
        if (!waiting.isEmpty()) {
            today.add(today(waiting, language));
        }
        return today;
    }

    private static Today late(int count, Language language) {
        return new Today(
                language.choose(
                        count == 1 ? "1 oplysning er rettet efter afslutning" : count + " er rettet efter afslutning",
                        count == 1 ? "1 fact was corrected after the end" : count + " corrected after the end"),
                language.choose(
                        "En kilde rettede noget, som en afsluttet markering byggede på. Se, hvad det er, og kvittér.",
                        "A source corrected something that an ended flag rests on. See what it is and acknowledge."),
                "/flags",
                language.choose("Se rettelserne", "See the corrections"));
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
