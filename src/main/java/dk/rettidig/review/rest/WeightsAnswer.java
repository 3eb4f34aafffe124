package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Rescored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A flag's strength, after the seal. The average and all effects add up to the log-odds; calibrated they are the
 * probability.
 */
@Schema(name = "Weights")
public record WeightsAnswer(
        double probability,
        double threshold,
        Frequency frequency,

        @Schema(description = "Log-odds of the average child; all effects add up from here.")
        double average,

        @JsonProperty("log_odds") double logOdds,
        List<Reason> contributions,

        Optional<Recalculation> rescored) {

    public WeightsAnswer {
        contributions = List.copyOf(contributions);
    }

    /**
     * What became of children with a value like this.
     *
     * @param ofHundred of 100 of them, how many were found to need support
     * @param low lower end of the 95 % interval, of 100
     * @param high upper end of the 95 % interval, of 100
     * @param bandFrom least probability of the band
     * @param bandTo greatest probability of the band
     */
    @Schema(name = "Frequency")
    public record Frequency(
            @Schema(description = "Of 100 children with a value like this, how many were found to need support.")
            @JsonProperty("of_hundred")
            int ofHundred,

            @Schema(description = "Lower end of the 95 % interval, of 100.")
            int low,

            @Schema(description = "Upper end of the 95 % interval, of 100.")
            int high,

            @JsonProperty("band_from") double bandFrom,
            @JsonProperty("band_to") double bandTo) {}

    /**
     * The same model as of the same day, with corrected values.
     *
     * @param frequency only with a calculated value
     */
    @Schema(
            name = "Recalculation",
            description = "What the same model says as of the same day with values that their sources corrected since.")
    public record Recalculation(
            Instant at,

            @Schema(
                    enumeration = {"above", "below", "abstained", "unavailable"},
                    description = "Whether the value is still above the run's threshold, or why there is none.")
            String result,

            Optional<Frequency> frequency) {

        static Recalculation of(Rescored rescored, double threshold) {
            return switch (rescored) {
                case Rescored.Value value ->
                    new Recalculation(
                            value.at(),
                            value.probability() > threshold ? "above" : "below",
                            Optional.of(answer(value.frequency())));
                case Rescored.Abstained none -> new Recalculation(none.at(), "abstained", Optional.empty());
                case Rescored.Unavailable none -> new Recalculation(none.at(), "unavailable", Optional.empty());
            };
        }
    }

    /** What one feature did, log-odds; below zero lowered. */
    @Schema(name = "WeightReason")
    public record Reason(
            String indicator,

            @Schema(description = "Whether there was a value.")
            boolean known,

            @Schema(description = "Log-odds; below zero lowered.")
            double effect) {}

    static WeightsAnswer of(FlagStrength strength, Optional<Rescored> rescored) {
        return new WeightsAnswer(
                strength.probability(),
                strength.threshold(),
                answer(strength.frequency()),
                strength.average(),
                strength.logOdds(),
                strength.contributions().stream()
                        .map(each -> new Reason(each.indicator().value(), each.bin() >= 0, each.effect()))
                        .toList(),
                rescored.map(each -> Recalculation.of(each, strength.threshold())));
    }

    private static Frequency answer(dk.rettidig.scoring.Frequency frequency) {
        return new Frequency(
                frequency.ofHundred(),
                frequency.lowOfHundred(),
                frequency.highOfHundred(),
                frequency.from(),
                frequency.to());
    }

    @Override
    public String toString() {
        return "WeightsAnswer[hidden]";
    }
}
