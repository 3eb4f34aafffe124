package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.CalibrationBeyondChance;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Interval;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a {@link ModelCard}: figures, groups and weights, each heading in both languages. */
final class CardTables {

    /** Words of the evaluation's groups for people. */
    private static final Map<String, String> WORDS = Map.of(
            CohortEvaluation.AGE_BAND,
            "alder / age",
            CohortEvaluation.SEX,
            "køn / sex",
            CohortEvaluation.GROUP_G,
            "syntetisk gruppe g / synthetic group g",
            "girls",
            "piger / girls",
            "boys",
            "drenge / boys",
            "in g",
            "i g / in g",
            "others",
            "andre / others");

    private final ModelManifest manifest;
    private final EvaluationReport evaluation;
    private final StringBuilder text = new StringBuilder();

    CardTables(ModelManifest manifest, EvaluationReport evaluation) {
        this.manifest = manifest;
        this.evaluation = evaluation;
    }

    String text() {
        figures();
        points();
        return text.toString();
    }

    private static String both(Figure figure) {
        return figure.danish().equals(figure.english()) ? figure.english() : figure.danish() + " / " + figure.english();
    }

    private static String name(GroupFigures group) {
        return WORDS.getOrDefault(group.attribute(), group.attribute()) + ": "
                + WORDS.getOrDefault(group.level(), group.level());
    }

    private void figures() {
        line("\n## Tal / figures (95 %% intervals, %d families)\n", evaluation.families());
        Comparison model = evaluation.comparison(CohortEvaluation.OUTCOME);
        line("| figure | value | interval |\n|---|---|---|");
        for (Figure figure : List.of(Figure.AUC, Figure.AVERAGE_PRECISION, Figure.BRIER, Figure.CALIBRATION_ERROR)) {
            row(both(figure), model.figure(figure));
        }
        evaluation
                .find(CohortEvaluation.NEED)
                .ifPresent(need ->
                        row("AUC mod sandt behov (syntetisk) / against synthetic true need", need.figure(Figure.AUC)));
        evaluation
                .find(CohortEvaluation.POINTS)
                .ifPresent(points -> row(
                        "AUC af den historiske pointliste / of the historical points list", points.figure(Figure.AUC)));
        line("\n| læst / read | præcision / precision | genfinding / recall |\n|---|---|---|");
        evaluation
                .yields()
                .forEach(each -> line(
                        "| top %s | %s | %s |",
                        percent(each.share()),
                        percent(each.precision().value()),
                        percent(each.recall().value())));
        line("\n| beregnet / calculated | observeret / observed | børn / children |\n|---|---|---|");
        evaluation
                .reliability()
                .forEach(each -> line(
                        "| %s | %s | %d |",
                        percent(each.meanProbability()), percent(each.observedShare()), each.rows()));
        ageBands(model);
        groups(model, "Modellen mod undersøgelsens udfald / the model against the assessment");
        evaluation
                .find(CohortEvaluation.NEED)
                .ifPresent(need -> groups(need, "Modellen mod sandt behov / the model against true need"));
        evaluation
                .find(CohortEvaluation.PEOPLE)
                .ifPresent(people -> groups(people, "Mennesker mod sandt behov / people against true need"));
    }

    /** Each age band's own calibration. */
    private void ageBands(Comparison model) {
        line(
                "\nKalibrering efter alder / calibration by age band:\n\n| alder / age | børn / children | beregnet minus observeret / calculated"
                        + " less observed | kalibreringsfejl / calibration error | ud over tilfældet / beyond chance |\n|---|---|---|---|---|");
        model.groups().stream()
                .filter(each -> each.attribute().equals(CohortEvaluation.AGE_BAND) && !each.suppressed())
                .forEach(each -> line(
                        "| %s | %d | %s | %s | %s |",
                        each.level(),
                        each.rows(),
                        interval(each.figure(Figure.CALIBRATION_GAP), 3),
                        interval(each.figure(Figure.CALIBRATION_ERROR), 3),
                        number(
                                CalibrationBeyondChance.of(evaluation
                                        .reliabilityByGroup()
                                        .getOrDefault(CohortEvaluation.AGE_BAND + ": " + each.level(), List.of())),
                                3)));
    }

    /** Municipalities are in the evaluation's file. */
    private void groups(Comparison comparison, String title) {
        line(
                "\n%s:\n\n| gruppe / group | børn / children | hyppighed / base rate | AUC | fejlmarkeringer / false positives | oversete / false negatives |\n|---|---|---|---|---|---|",
                title);
        comparison.groups().stream()
                .filter(each -> !each.attribute().equals(CohortEvaluation.MUNICIPALITY) && !each.suppressed())
                .forEach(each -> line(
                        "| %s | %d | %s | %s | %s | %s |",
                        name(each),
                        each.rows(),
                        percent(each.figure(Figure.BASE_RATE).value()),
                        interval(each.figure(Figure.AUC), 3),
                        interval(each.figure(Figure.FALSE_POSITIVE_RATE), 3),
                        interval(each.figure(Figure.FALSE_NEGATIVE_RATE), 3)));
    }

    private void points() {
        line("\n## Vægte / weights (log-odds; læg sammen med / sum and add %s)\n", number(manifest.bias(), 4));
        line(
                "| oplysning / indicator | værdi / value | vægt / weight | børn i træning / children in training |\n|---|---|---|---|");
        for (FeatureDefinition feature : manifest.features()) {
            double sum = 0;
            for (int bin = 0; bin < feature.bins(); bin++) {
                double own = bin == 0 ? 0 : feature.weights().get(bin - 1);
                sum = feature.edges().isEmpty() ? own : sum + own;
                line(
                        "| %s | %s | %s | %d |",
                        feature.indicator(),
                        PointsTable.label(feature, bin),
                        number(sum, 4),
                        feature.trainingCounts().get(bin));
            }
            boolean own = feature.missing() == MissingRule.OWN_BIN;
            line(
                    "| %s | ukendt / unknown | %s | %d |",
                    feature.indicator(),
                    own ? number(feature.missingWeight(), 4) : "afstår / abstains",
                    feature.missingCount());
        }
    }

    private void row(String name, Interval value) {
        line("| %s | %s | %s–%s |", name, number(value.value(), 4), number(value.low(), 4), number(value.high(), 4));
    }

    private static String interval(Interval value, int decimals) {
        return number(value.value(), decimals) + " (" + number(value.low(), decimals) + "–"
                + number(value.high(), decimals) + ")";
    }

    private static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not among the libraries
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
