package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.Reviews;
import dk.rettidig.review.SealedView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A flag's facts, newest period first, without weight; the reader's own view and the outcome where there are any. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Flag")
public record FlagAnswer(
        @Schema(format = "uuid") String id,

        @Schema(enumeration = {"open", "opened", "view_sealed", "concluded", "expired", "withdrawn"})
        String state,

        @Schema(format = "date-time") String deadline,
        @JsonProperty("as_of") LocalDate asOf,

        @Schema(description = "Name and version of the release.")
        String model,

        List<Fact> facts,

        @Schema(description = "Indicators of which nothing was delivered.")
        List<String> missing,

        @Schema(description = "Indicators whose latest value the source had taken back before the flag was raised.")
        List<String> retracted,

        @Schema(description = "Indicators whose value is older than it should be.")
        List<String> stale,

        @JsonProperty("own_view") @Nullable View ownView,

        @Schema(enumeration = {"no_reason", "open_case", "screening_opened", "counselling_offered", "value_wrong"})
        @Nullable
        String outcome) {

    public FlagAnswer {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
        retracted = List.copyOf(retracted);
        stale = List.copyOf(stale);
    }

    /** One fact with its period, and the day from which it was known at the source. */
    @Schema(name = "FlagFact")
    public record Fact(
            String indicator,
            LocalDate from,
            LocalDate to,
            double value,

            @Schema(format = "date-time") @JsonProperty("known_at")
            String knownAt,

            @Schema(
                    description = "Whether the value changed after the flag was raised.",
                    enumeration = {"none", "corrected", "retracted"})
            String change) {}

    /** The reader's own sealed view. */
    @Schema(name = "OwnView")
    public record View(
            @Schema(enumeration = {"no_concern", "in_doubt", "need_likely", "need_urgent"})
            String choice,

            String justification,

            @Schema(format = "date-time") @JsonProperty("sealed_at")
            String sealedAt) {

        static View of(SealedView sealed) {
            return new View(
                    sealed.view().choice().id(),
                    sealed.view().justification().text(),
                    sealed.at().toString());
        }
    }

    static FlagAnswer of(Reviews.Reading reading) {
        FlagFacts facts = reading.facts();
        return new FlagAnswer(
                facts.listing().id().toString(),
                facts.listing().state().word(),
                facts.listing().deadline().toString(),
                facts.asOf(),
                facts.model(),
                facts.values().stream()
                        .sorted(Comparator.comparing(FlagFacts.Fact::to)
                                .reversed()
                                .thenComparing(FlagFacts.Fact::indicator))
                        .map(FlagAnswer::fact)
                        .toList(),
                words(facts.missing()),
                words(facts.retracted()),
                words(facts.stale()),
                optional(reading.ownView().map(View::of)),
                optional(reading.outcome()
                        .map(recorded -> recorded.outcome().kind().id())));
    }

    private static Fact fact(FlagFacts.Fact fact) {
        return new Fact(
                fact.indicator().value(),
                fact.from(),
                fact.to(),
                fact.value(),
                fact.knownAt().toString(),
                fact.change().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> words(List<IndicatorId> indicators) {
        return indicators.stream().map(IndicatorId::value).sorted().toList();
    }

    private static <T> @Nullable T optional(Optional<T> value) {
        return value.orElse(null);
    }

    @Override
    public String toString() {
        return "FlagAnswer[" + id + "]";
    }
}
