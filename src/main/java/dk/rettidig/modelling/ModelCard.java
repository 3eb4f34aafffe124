package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Interval;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The card that people read, Danish and then English, made from the same values as the manifest. */
final class ModelCard {

    private final ModelManifest manifest;
    private final EvaluationReport evaluation;
    private final Map<String, String> dropped;
    private final Map<String, Double> calibrationBrier;
    private final StringBuilder text = new StringBuilder();

    ModelCard(
            ModelManifest manifest,
            EvaluationReport evaluation,
            Map<String, String> dropped,
            Map<String, Double> calibrationBrier) {
        this.manifest = manifest;
        this.evaluation = evaluation;
        this.dropped = dropped;
        this.calibrationBrier = calibrationBrier;
    }

    String text() {
        line("# Modelkort / model card: %s", manifest.ref());
        danish();
        english();
        figures();
        points();
        return text.toString();
    }

    private void danish() {
        line("\n## Dansk\n");
        line(
                "**Til hvad.** Modellen giver en beregnet værdi for børn, som kommunen har en åben underretning om. Værdien kan føre til en"
                        + " markering, der siger: en børne- og ungerådgiver bør se på sagen. Et menneske læser, vurderer og konkluderer.");
        line(
                "\n**Ikke til.** Den må ikke bruges om børn uden underretning (modellen er ikke lært op på dem og afstår), ikke til"
                        + " 24-timers-vurderingen, ikke til at afslutte eller nedprioritere en sag, ikke til kontrol af ydelser, politi eller skole.");
        line(
                "\n**Mål.** %s. Det gælder, uanset om der blev registreret en indsats.",
                manifest.target().danish());
        line(
                "\n**Data.** %s. %d børn i prøvedata, hyppighed %s. Søskende står altid på samme side af"
                        + " delingen, og prøvedata ligger senere end træningsdata.",
                invented() ? "Kun syntetiske børn; ingen rigtig person" : "Pseudonymiserede rækker fra mapper",
                evaluation.rows(),
                percent(evaluation.baseRate()));
        line(
                "\n**Begrænsninger.** %s Forskelle i hyppighed mellem grupper gør, at lige kalibrering og lige fejlrater ikke kan opnås samtidig.",
                invented()
                        ? "Tallene siger intet om en kommunes rigtige børn. Før drift kræves hjemmel, prøvning på kommunens egne"
                                + " tal og en underskrift. Den syntetiske gruppe g underrettes oftere ved samme behov, så modellens fejl"
                                + " fordeler sig skævt: se tabellen."
                        : "Tallene gælder de børn, rækkerne handler om, og undersøgelsens udfald, ikke det sande behov, som ingen"
                                + " kender. Før drift kræves hjemmel og en underskrift.");
        line(
                "\n**Afståelse.** Ingen beregning – læs sagen: når færre end %d slags kilder har leveret aktuelle oplysninger, flere end %d"
                        + " oplysninger er forældede, en værdi er set hos færre end %d børn, eller sammensætningen er sjældnere end %s bit.",
                manifest.abstention().minimumLiveSources(),
                manifest.abstention().maximumStale(),
                manifest.abstention().minimumTrainingCount(),
                number(manifest.abstention().maximumSurpriseBits(), 1));
    }

    private boolean invented() {
        return evaluation.find(CohortEvaluation.NEED).isPresent();
    }

    private void english() {
        line("\n## English\n");
        line(
                "**Intended use.** A calculated value for children of whom the municipality has an open notification. It can lead to a flag"
                        + " that says: a caseworker should look. A person reads, judges and concludes.");
        line(
                "\n**Out of scope.** Children without a notification (the model was not trained on them and abstains), the 24-hour assessment,"
                        + " closing or postponing a case, benefit control, police, schools.");
        line(
                "\n**Target.** %s, whether or not a measure was registered.",
                manifest.target().english());
        line(
                "\n**Data.** %s. %d children in the test data, base rate %s. Siblings are always on one"
                        + " side of the split, and the test cohort is later than the training cohort.",
                invented() ? "Synthetic children only; no real person" : "Pseudonymised rows of folders",
                evaluation.rows(),
                percent(evaluation.baseRate()));
        line(
                "\n**Limits.** %s With different base rates, equal calibration and equal error rates cannot both be had.",
                invented()
                        ? "The figures say nothing about a municipality's real children. Operation needs a legal basis, a test on the"
                                + " municipality's own figures and a signature. The synthetic group g is notified more often at equal"
                                + " need, so errors fall unevenly: see the table."
                        : "The figures hold for the children of the rows and for the assessment's outcome, not for true need, which"
                                + " nobody knows. Operation needs a legal basis and a signature.");
        line(
                "\n**Calibration.** Method chosen: %s, by the mean Brier score on the half of the calibration families it was not fitted on: %s.",
                manifest.calibration().method(), calibrationBrier);
        line("\n**Left out.** %s.", dropped.isEmpty() ? "Nothing that was tried" : dropped.toString());
        line(
                "\n**Retrain.** `./rettidig train models/settings/%s.yaml`, then `./rettidig release`; see models/README.md.",
                manifest.name());
    }

    private void figures() {
        line("\n## Tal / figures (95 %% intervals, %d families)\n", evaluation.families());
        Comparison model = evaluation.comparison(CohortEvaluation.OUTCOME);
        line("| figure | value | interval |\n|---|---|---|");
        for (Figure figure : List.of(Figure.AUC, Figure.AVERAGE_PRECISION, Figure.BRIER, Figure.CALIBRATION_ERROR)) {
            row(figure.danish() + " / " + figure.english(), model.figure(figure));
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
        groups(model, "Modellen mod undersøgelsens udfald / the model against the assessment");
        evaluation
                .find(CohortEvaluation.NEED)
                .ifPresent(need -> groups(need, "Modellen mod sandt behov / the model against true need"));
        evaluation
                .find(CohortEvaluation.PEOPLE)
                .ifPresent(people -> groups(people, "Mennesker mod sandt behov / people against true need"));
    }

    /** Municipalities are in the evaluation's file. */
    private void groups(Comparison comparison, String title) {
        line(
                "\n%s:\n\n| gruppe / group | børn / children | hyppighed / base rate | AUC | fejlmarkeringer / false positives | oversete / false negatives |\n|---|---|---|---|---|---|",
                title);
        comparison.groups().stream()
                .filter(each -> !each.attribute().equals(CohortEvaluation.MUNICIPALITY) && !each.suppressed())
                .forEach(each -> line(
                        "| %s: %s | %d | %s | %s | %s | %s |",
                        each.attribute(),
                        each.level(),
                        each.rows(),
                        percent(each.figure(Figure.BASE_RATE).value()),
                        interval(each.figure(Figure.AUC), 3),
                        interval(each.figure(Figure.FALSE_POSITIVE_RATE), 3),
                        interval(each.figure(Figure.FALSE_NEGATIVE_RATE), 3)));
    }

    private void points() {
        line("\n## Vægte / weights (log-odds; sum and add the intercept %s)\n", number(manifest.bias(), 4));
        line("| indicator | value | weight | children in training |\n|---|---|---|---|");
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
