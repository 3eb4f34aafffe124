package dk.rettidig.modelling.release;

import dk.rettidig.modelling.OwnEvaluation;
import dk.rettidig.modelling.evaluation.CalibrationBeyondChance;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Plan;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures on later children, for all and between groups. Municipalities are reported and not limited: they are too small. */
final class FigureCheck implements GateCheck {

    @Override
    public String name() {
        return "figures and groups";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        Plan plan = Plan.usual(subject.candidate().settings().seed())
                .withResamples(0)
                .withSmallestGroup(Plan.FEW);
        EvaluationReport report = new OwnEvaluation(subject.candidate(), plan).report(subject.test());
        Comparison outcome = report.comparison(OwnEvaluation.OUTCOME);
        Comparison need = report.find(OwnEvaluation.NEED).orElse(outcome); // real need is nobody's to see
        double base = report.baseRate();
        return List.of(
                Measured.of("auc", outcome.figure(Figure.AUC).value()),
                Measured.of(
                        "calibration_error",
                        outcome.figure(Figure.CALIBRATION_ERROR).value()),
                Measured.of("brier_skill", 1 - outcome.figure(Figure.BRIER).value() / (base * (1 - base))),
                spread("age_band_auc_gap", groups(outcome, OwnEvaluation.AGE_BAND), Figure.AUC),
                calibration(report),
                worst("group_calibration_gap", compared(outcome)),
                ratio("group_flag_rate_ratio", compared(outcome)),
                widest("false_positive_gap", compared(need), Figure.FALSE_POSITIVE_RATE),
                widest("false_negative_gap", compared(need), Figure.FALSE_NEGATIVE_RATE),
                smallest(compared(outcome)));
    }

    private static List<GroupFigures> compared(Comparison comparison) {
        return comparison.groups().stream()
                .filter(each -> !each.attribute().equals(OwnEvaluation.MUNICIPALITY))
                .toList();
    }

    private static List<GroupFigures> groups(Comparison comparison, String attribute) {
        return comparison.groups().stream()
                .filter(each -> each.attribute().equals(attribute))
                .toList();
    }

    /** Of the age band that is calibrated worst; NaN when one of them is too small for a table of its own. */
    private static Measured calibration(EvaluationReport report) {
        String worst = "";
        double most = 0;
        for (String band : OwnEvaluation.AGE_BANDS) {
            String group = OwnEvaluation.AGE_BAND + ": " + band;
            double error =
                    CalibrationBeyondChance.of(report.reliabilityByGroup().getOrDefault(group, List.of()));
            if (Double.isNaN(error) || error >= most) {
                most = error;
                worst = group;
            }
            if (Double.isNaN(error)) {
                break;
            }
        }
        return new Measured("age_band_calibration_error", most, worst);
    }

    /** The best less the worst. */
    private static Measured spread(String limit, List<GroupFigures> groups, Figure figure) {
        ToDoubleFunction<GroupFigures> value = each -> each.figure(figure).value();
        GroupFigures best =
                groups.stream().max(Comparator.comparingDouble(value)).orElseThrow();
        GroupFigures worst =
                groups.stream().min(Comparator.comparingDouble(value)).orElseThrow();
        boolean known = groups.stream().allMatch(each -> each.figure(figure).exists());
        return new Measured(
                limit,
                known ? value.applyAsDouble(best) - value.applyAsDouble(worst) : Double.NaN,
                name(best) + " / " + name(worst));
    }

    /** The largest of the spreads within each attribute. */
    private static Measured widest(String limit, List<GroupFigures> groups, Figure figure) {
        return groups.stream()
                .map(GroupFigures::attribute)
                .distinct()
                .map(attribute -> spread(
                        limit,
                        groups.stream()
                                .filter(each -> each.attribute().equals(attribute))
                                .toList(),
                        figure))
                .max(Comparator.comparingDouble(Measured::figure))
                .orElseThrow();
    }

    private static Measured worst(String limit, List<GroupFigures> groups) {
        GroupFigures worst = groups.stream()
                .max(Comparator.comparingDouble(FigureCheck::gap))
                .orElseThrow();
        return new Measured(limit, gap(worst), name(worst));
    }

    private static double gap(GroupFigures group) {
        return Math.abs(group.figure(Figure.CALIBRATION_GAP).value());
    }

    private static Measured ratio(String limit, List<GroupFigures> groups) {
        Measured worst = new Measured(limit, 1, "");
        for (GroupFigures one : groups) {
            for (GroupFigures other : groups) {
                double ratio = one.figure(Figure.SELECTION_RATE).value()
                        / other.figure(Figure.SELECTION_RATE).value();
                boolean same = one.attribute().equals(other.attribute());
                if (same && !(ratio <= worst.figure())) {
                    worst = new Measured(limit, ratio, name(one) + " / " + name(other));
                }
            }
        }
        return worst;
    }

    private static Measured smallest(List<GroupFigures> groups) {
        GroupFigures least =
                groups.stream().min(Comparator.comparingInt(GroupFigures::rows)).orElseThrow();
        return new Measured("smallest_group", Math.max(0, least.rows()), name(least));
    }

    private static String name(GroupFigures group) {
        return group.attribute() + ": " + group.level();
    }
}
