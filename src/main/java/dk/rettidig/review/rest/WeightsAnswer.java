package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.flag.FlagStrength;
import java.util.List;
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
        List<Reason> contributions) {

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

    /** What one feature did, log-odds; below zero lowered. */
    @Schema(name = "WeightReason")
    public record Reason(
            String indicator,

            @Schema(description = "Whether there was a value.")
            boolean known,

            @Schema(description = "Log-odds; below zero lowered.")
            double effect) {}

    static WeightsAnswer of(FlagStrength strength) {
        var frequency = strength.frequency();
        return new WeightsAnswer(
                strength.probability(),
                strength.threshold(),
                new Frequency(
                        frequency.ofHundred(),
                        frequency.lowOfHundred(),
                        frequency.highOfHundred(),
                        frequency.from(),
                        frequency.to()),
                strength.average(),
                strength.logOdds(),
                strength.contributions().stream()
                        .map(each -> new Reason(each.indicator().value(), each.bin() >= 0, each.effect()))
                        .toList());
    }

    @Override
    public String toString() {
        return "WeightsAnswer[hidden]";
    }
}
