package dk.rettidig.monitoring.rest;

import dk.rettidig.monitoring.Concluded;
import dk.rettidig.monitoring.Performance;
import dk.rettidig.monitoring.Rate;
import dk.rettidig.scope.Band;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What concluded screenings say, as JSON. */
@Schema(name = "Concluded")
record ConcludedView(
        @Schema(description = "First day of the quarters that are counted.")
        LocalDate since,

        @Schema(description = "Children in no run that can be shown, as a band such as 10-99.")
        String unplacedBand,

        @Schema(description = "Children whose conclusion was changed after it was counted, as a band.")
        String changedBand,

        List<ModelView> models) {

    static ConcludedView of(Concluded concluded) {
        return new ConcludedView(
                concluded.since(),
                Band.of(concluded.unplaced()).label(),
                Band.of(concluded.changed()).label(),
                concluded.models().stream().map(ModelView::of).toList());
    }

    /** One model. */
    @Schema(name = "ConcludedModel")
    record ModelView(String model, List<GroupView> groups, List<CalibrationView> calibration) {
        static ModelView of(Performance performance) {
            return new ModelView(
                    performance.model().toString(),
                    performance.groups().stream().map(GroupView::of).toList(),
                    performance.calibration().stream().map(CalibrationView::of).toList());
        }
    }

    /** Model and people side by side in one group. */
    @Schema(name = "ConcludedGroup")
    record GroupView(
            @Schema(description = "The code of the indicator AGE_BAND; -1 when not known, -2 for all.")
            int ageBand,

            @Schema(description = "Left out when there are fewer than 20 flagged children, 20 with need or 20 without.")
            Optional<OfModelView> ofModel,

            @Schema(
                    description =
                            "Own views of flagged children; left out when they are of fewer than five people or too few children. People read flagged children alone, so their recall cannot be known.")
            Optional<OfPeopleView> ofPeople) {

        static GroupView of(Performance.Group group) {
            return new GroupView(
                    group.ageBand(),
                    group.ofModel().map(OfModelView::of),
                    group.ofPeople().map(OfPeopleView::of));
        }
    }

    /** Shares of the model. */
    @Schema(name = "ConcludedOfModel")
    record OfModelView(RateView recall, RateView precision, RateView falsePositives, RateView abstained) {
        static OfModelView of(Performance.OfModel shares) {
            return new OfModelView(
                    RateView.of(shares.recall()),
                    RateView.of(shares.precision()),
                    RateView.of(shares.falsePositives()),
                    RateView.of(shares.abstained()));
        }
    }

    /** Shares of people's own views. */
    @Schema(name = "ConcludedOfPeople")
    record OfPeopleView(RateView seen, RateView precision, RateView falsePositives, RateView inDoubt) {
        static OfPeopleView of(Performance.OfPeople shares) {
            return new OfPeopleView(
                    RateView.of(shares.seen()),
                    RateView.of(shares.precision()),
                    RateView.of(shares.falsePositives()),
                    RateView.of(shares.inDoubt()));
        }
    }

    /** Flags whose strength somebody had seen. */
    @Schema(name = "ConcludedCalibration")
    record CalibrationView(
            @Schema(description = "Which tenth their probability lies in, 0 to 9; -2 for all.")
            int tenth,

            @Schema(description = "Mean probability; left out when there are fewer than 20.")
            Optional<Double> predicted,

            Optional<RateView> observed) {

        static CalibrationView of(Performance.Calibrated calibrated) {
            return new CalibrationView(
                    calibrated.tenth(),
                    calibrated.observed().map(_ -> calibrated.predicted()),
                    calibrated.observed().map(RateView::of));
        }
    }

    /** A share with its exact 95 % interval. */
    @Schema(name = "ConcludedRate")
    record RateView(long found, long of, double share, double low, double high) {
        static RateView of(Rate rate) {
            return new RateView(rate.found(), rate.of(), rate.share(), rate.low(), rate.high());
        }
    }
}
