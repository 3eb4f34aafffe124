package dk.rettidig.monitoring.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.monitoring.ModelFlag;
import dk.rettidig.monitoring.ModelFlags;
import dk.rettidig.review.OutcomeKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags of a withdrawn model in words.
 *
 * @param more whether there are more than the page shows
 */
public record ModelFlagsText(String id, String model, String at, String count, boolean more, List<Row> rows) {

    private static final int SHOWN = 200;
    private static final int BRIEF = 8;

    private record Pair(String danish, String english) {}

    private static final Map<String, Pair> STATES = Map.of(
            "open", new Pair("ulæst", "not read"),
            "opened", new Pair("åbnet", "opened"),
            "view_sealed", new Pair("egen vurdering låst", "own view sealed"),
            "concluded", new Pair("konkluderet", "concluded"),
            "expired", new Pair("udløbet", "expired"),
            "withdrawn", new Pair("trukket tilbage", "withdrawn"));

    private static final Map<String, Pair> TYPES = Map.of(
            "review.flag_opened", new Pair("Oplysningerne blev læst", "The facts were read"),
            "review.view_sealed", new Pair("En egen vurdering blev låst", "An own view was sealed"),
            "review.weights_read", new Pair("Beregningen blev set", "The calculation was seen"),
            "review.weights_refused",
                    new Pair(
                            "Beregningen blev nægtet før egen vurdering",
                            "The calculation was refused before the view"),
            "review.outcome_recorded", new Pair("Der blev konkluderet", "An outcome was recorded"),
            "flag.raised", new Pair("Markeringen blev givet", "The flag was raised"),
            "flag.withdrawn", new Pair("Barnet gik ud af omfanget", "The child left scope"),
            "flag.expired", new Pair("Udløbet uden at være læst", "Expired unread"));

    /** One flag. */
    public record Row(String brief, String raised, String state, String since, List<ActText> acts) {}

    /** What was done with it. */
    public record ActText(String what, String at, String role, String handle) {}

    static ModelFlagsText of(ModelFlags.Listing listing, Language language) {
        return new ModelFlagsText(
                listing.withdrawal().id().toString(),
                listing.withdrawal().model().toString(),
                Words.time(listing.withdrawal().at(), language),
                Words.count(listing.flags().size(), language),
                listing.flags().size() > SHOWN,
                listing.flags().stream()
                        .limit(SHOWN)
                        .map(flag -> row(flag, language))
                        .toList());
    }

    private static Row row(ModelFlag flag, Language language) {
        return new Row(
                flag.id().toString().substring(0, BRIEF),
                Words.time(flag.raisedAt(), language),
                word(STATES, flag.state(), language),
                Words.time(flag.since(), language),
                flag.acts().stream()
                        .filter(act -> !act.type().equals("flag.raised"))
                        .map(act -> act(act, language))
                        .toList());
    }

    private static ActText act(ModelFlag.Act act, Language language) {
        Optional<ActorKind> role = ActorKind.parse(act.role());
        return new ActText(
                word(TYPES, act.type(), language) + outcome(act.detail(), language),
                Words.time(act.at(), language),
                role.map(kind -> language.choose(kind.danish(), kind.english())).orElse(act.role()),
                act.handle());
    }

    private static String outcome(String id, Language language) {
        return Arrays.stream(OutcomeKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .map(kind -> ": " + kind(kind, language))
                .orElse("");
    }

    private static String kind(OutcomeKind kind, Language language) {
        return switch (kind) {
            case NO_REASON -> language.choose("ingen grund til screening", "no reason to screen");
            case OPEN_CASE -> language.choose("givet videre til en åben sag", "passed on to an open case");
            case SCREENING_OPENED -> language.choose("screening åbnet", "screening opened");
            case COUNSELLING_OFFERED -> language.choose("rådgivning tilbudt", "counselling offered");
            case VALUE_WRONG -> language.choose("en oplysning er forkert", "a value is wrong");
        };
    }

    private static String word(Map<String, Pair> words, String id, Language language) {
        return Optional.ofNullable(words.get(id))
                .map(pair -> language.choose(pair.danish(), pair.english()))
                .orElse(id);
    }
}
