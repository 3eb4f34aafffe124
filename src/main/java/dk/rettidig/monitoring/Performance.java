package dk.rettidig.monitoring;

import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.scoring.ModelRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How a model and the people who read its flags did among children whose screening was concluded. Every notified child is
 * screened, flagged or not, which is why the model's recall can be measured.
 *
 * @param groups all children first, then by age band
 * @param calibration all flags first, then by tenth of the probability
 */
public record Performance(ModelRef model, List<Group> groups, List<Calibrated> calibration) {

    /** The group of everybody. */
    public static final int ALL = -2;

    public Performance {
        groups = List.copyOf(groups);
        calibration = List.copyOf(calibration);
    }

    /**
     * One group. What is made of too few children or people is left out.
     *
     * @param ageBand code of the age band, {@link Tally#UNKNOWN} or {@link #ALL}
     */
    public record Group(int ageBand, Optional<OfModel> ofModel, Optional<OfPeople> ofPeople) {}

    /**
     * Shares of the model.
     *
     * @param recall of children with need for support, how many had been flagged
     * @param precision of flagged children, how many had need
     * @param falsePositives of children without need, how many had been flagged
     * @param abstained of all, of how many the model had said nothing
     */
    public record OfModel(Rate recall, Rate precision, Rate falsePositives, Rate abstained) {}

    /**
     * Shares of people's own views of flagged children, sealed before they saw what the model said.
     *
     * @param seen of views of children with need, how many would have screened
     * @param precision of views that would have screened, how many were of children with need
     * @param falsePositives of views of children without need, how many would have screened
     * @param inDoubt of all views, how many were in doubt
     */
    public record OfPeople(Rate seen, Rate precision, Rate falsePositives, Rate inDoubt) {}

    /**
     * Flags with a probability that somebody had been shown.
     *
     * @param tenth 0 to 9, or {@link #ALL}
     * @param predicted their mean probability
     * @param observed how many had need; empty when there are too few
     */
    public record Calibrated(int tenth, double predicted, Optional<Rate> observed) {}

    /** How the models did that anything was counted of, by name. */
    static List<Performance> of(Tallies.Kept kept, MonitoringLimits limits) {
        return kept.children().stream()
                .map(Tally::model)
                .distinct()
                .sorted(Comparator.comparing(ModelRef::toString))
                .map(model -> new Of(model, kept, limits).performance())
                .toList();
    }

    /** What is held against limits: how far need found certainly lies from what was calculated, and age bands apart. */
    static List<Figure> figures(ModelRef model, Tallies.Kept kept, MonitoringLimits limits) {
        return new Of(model, kept, limits).figures();
    }

    /** The counting of one model. */
    private record Of(ModelRef model, List<Tally> children, Tallies.Kept kept, MonitoringLimits limits) {

        Of(ModelRef model, Tallies.Kept kept, MonitoringLimits limits) {
            this(
                    model,
                    kept.children().stream()
                            .filter(each -> each.model().equals(model))
                            .toList(),
                    kept,
                    limits);
        }

        Performance performance() {
            List<Integer> bands = new TreeSet<>(
                            children.stream().map(Tally::ageBand).toList())
                    .stream().toList();
            List<Optional<OfModel>> models = bands.stream().map(this::ofModel).toList();
            List<Optional<OfPeople>> people = bands.stream().map(this::ofPeople).toList();
            List<Optional<OfModel>> shown = SmallCells.shown(
                    models,
                    band -> sum(inBand(bands.get(band))),
                    share -> share.abstained().of());
            List<Group> groups = new ArrayList<>();
            groups.add(new Group(ALL, ofModel(ALL), ofPeople(ALL)));
            for (int i = 0; i < bands.size(); i++) {
                groups.add(new Group(bands.get(i), shown.get(i), people.get(i)));
            }
            return new Performance(model, groups, calibration());
        }

        private Optional<OfModel> ofModel(int band) {
            Predicate<Tally> in = inBand(band);
            long flagged = sum(in.and(Tally::flagged));
            long need = sum(in.and(Tally::need));
            long all = sum(in);
            if (Math.min(flagged, Math.min(need, all - need)) < limits.fewestCases()) {
                return Optional.empty();
            }
            long right = sum(in.and(Tally::flagged).and(Tally::need));
            return Optional.of(new OfModel(
                    Rate.of(right, need),
                    Rate.of(right, flagged),
                    Rate.of(flagged - right, all - need),
                    Rate.of(
                            sum(in.and(each -> each.became() == dk.rettidig.flag.member.MemberStatus.ABSTAINED)),
                            all)));
        }

        private Optional<OfPeople> ofPeople(int band) {
            List<ViewTally> views = kept.views().stream()
                    .filter(each -> each.model().equals(model) && (band == ALL || each.ageBand() == band))
                    .toList();
            long screen = views(views, ViewTally::wouldScreen);
            long need = views(views, ViewTally::need);
            long all = views(views, _ -> true);
            if (people(band) < limits.fewestReviewers()
                    || Math.min(screen, Math.min(need, all - need)) < limits.fewestCases()) {
                return Optional.empty();
            }
            long right = views(views, each -> each.wouldScreen() && each.need());
            return Optional.of(new OfPeople(
                    Rate.of(right, need),
                    Rate.of(right, screen),
                    Rate.of(screen - right, all - need),
                    Rate.of(views(views, each -> each.choice() == dk.rettidig.review.OwnView.Choice.IN_DOUBT), all)));
        }

        /** Marks of two quarters cannot be told apart: there are at least as many people as in the fullest one. */
        private long people(int band) {
            return kept.reviewers().stream()
                    .filter(each -> each.model().equals(model) && each.ageBand() == band)
                    .mapToLong(Tallies.Reviewers::people)
                    .max()
                    .orElse(0);
        }

        private List<Calibrated> calibration() {
            List<Integer> tenths = IntStream.range(0, 10)
                    .filter(tenth -> sum(each -> each.tenth() == tenth) > 0)
                    .boxed()
                    .toList();
            List<Optional<Calibrated>> shown = SmallCells.shown(
                    tenths.stream().map(this::calibrated).toList(),
                    index -> sum(each -> each.tenth() == tenths.get(index)),
                    each -> each.observed().orElseThrow().of());
            List<Calibrated> rows = new ArrayList<>();
            rows.add(calibrated(ALL).orElseGet(() -> new Calibrated(ALL, Double.NaN, Optional.empty())));
            for (int i = 0; i < tenths.size(); i++) {
                int tenth = tenths.get(i);
                rows.add(shown.get(i).orElseGet(() -> new Calibrated(tenth, Double.NaN, Optional.empty())));
            }
            return rows;
        }

        private Optional<Calibrated> calibrated(int tenth) {
            Predicate<Tally> in = each -> each.calibrated() && (tenth == ALL || each.tenth() == tenth);
            long all = sum(in);
            if (all < limits.fewestCases()) {
                return Optional.empty();
            }
            double predicted = children.stream()
                            .filter(in)
                            .mapToDouble(Tally::probabilities)
                            .sum()
                    / all;
            return Optional.of(new Calibrated(tenth, predicted, Optional.of(Rate.of(sum(in.and(Tally::need)), all))));
        }

        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>();
            calibrated(ALL)
                    .ifPresent(each -> figures.add(Figure.ofAll(
                            MonitoringLimits.CONCLUDED_CALIBRATION,
                            each.observed().orElseThrow().certainDistanceFrom(each.predicted()))));
            gap().ifPresent(gap -> figures.add(Figure.ofAll(MonitoringLimits.RECALL_GAP, gap)));
            return figures;
        }

        private OptionalDouble gap() {
            List<Rate> recalls = children.stream()
                    .map(Tally::ageBand)
                    .distinct()
                    .filter(band -> band != Tally.UNKNOWN)
                    .flatMap(band -> recall(band).stream())
                    .toList();
            return recalls.stream()
                    .flatMapToDouble(one -> recalls.stream().mapToDouble(one::certainlyAbove))
                    .max();
        }

        private Optional<Rate> recall(int band) {
            Predicate<Tally> in = inBand(band).and(Tally::need);
            long need = sum(in);
            return need < limits.fewestCases()
                    ? Optional.empty()
                    : Optional.of(Rate.of(sum(in.and(Tally::flagged)), need));
        }

        private static Predicate<Tally> inBand(int band) {
            return each -> band == ALL || each.ageBand() == band;
        }

        private long sum(Predicate<Tally> in) {
            return children.stream().filter(in).mapToLong(Tally::children).sum();
        }

        private static long views(List<ViewTally> views, Predicate<ViewTally> in) {
            return views.stream().filter(in).mapToLong(ViewTally::views).sum();
        }
    }
}
