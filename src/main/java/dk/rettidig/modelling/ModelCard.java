package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.scoring.ModelManifest;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The card that people read, Danish and then English, made from the same values as the manifest. */
final class ModelCard {

    /** Reasons for leaving an indicator out, as the fitter gives them. */
    private static final Map<String, String> DANISH_REASONS = Map.of(
            ScorecardFitter.CONSTANT, "ens for alle børn i træningen",
            ScorecardFitter.NO_EFFECT, "ingen virkning i den retning, den er erklæret for",
            ScorecardFitter.NO_GAIN, "ingen målelig gevinst");

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
        text.append(new CardTables(manifest, evaluation).text());
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
                percent(evaluation.baseRate()).replace('.', ','));
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
                number(manifest.abstention().maximumSurpriseBits(), 1).replace('.', ','));
        line(
                "\n**Kalibrering.** Valgt metode: %s, efter den gennemsnitlige Brier-score på den halvdel af kalibreringsfamilierne, den"
                        + " ikke blev tilpasset på: %s.",
                manifest.calibration().method(), briers().replace('.', ','));
        line(
                "\n**Udeladt (dataminimering).** %s.",
                dropped.isEmpty() ? "Intet af det, der blev prøvet" : omitted(DANISH_REASONS));
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
                manifest.calibration().method(), briers());
        line(
                "\n**Left out (data minimisation).** %s.",
                dropped.isEmpty() ? "Nothing that was tried" : omitted(Map.of()));
        line(
                "\n**Retrain.** `./rettidig train models/settings/%s.yaml`, then `./rettidig release`; see models/README.md.",
                manifest.name());
    }

    /** Of each method of calibration that was tried. */
    private String briers() {
        return calibrationBrier.entrySet().stream()
                .map(each -> each.getKey() + " " + number(each.getValue(), 5))
                .collect(Collectors.joining("; "));
    }

    private String omitted(Map<String, String> reasons) {
        return dropped.entrySet().stream()
                .map(each -> each.getKey() + " (" + reasons.getOrDefault(each.getValue(), each.getValue()) + ")")
                .collect(Collectors.joining(", "));
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
