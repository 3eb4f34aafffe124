package dk.rettidig.cli;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.OwnEvaluation;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.csv.CsvEvaluation;
import dk.rettidig.modelling.csv.CsvEvaluation.Kind;
import dk.rettidig.modelling.csv.CsvPlan;
import dk.rettidig.modelling.csv.GroupCountsEvaluation;
import dk.rettidig.modelling.csv.GroupCountsFile;
import dk.rettidig.modelling.evaluation.EvaluationFiles;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.Plan;
import dk.rettidig.modelling.rows.SettingsRows;
import dk.rettidig.scoring.ModelIntegrityException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: a release on children that training did not see, or any CSV file. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Prøver en model på børn, træningen ikke så, eller en score eller en træning på en CSV-fil.",
            "Evaluates a model on children that training did not see, or a score or a training on a CSV file.",
            "Prøver også grupper, der er talt op udenfor: --group-counts FILE.",
            "Also evaluates groups that were counted outside: --group-counts FILE.",
            "Writes NAME.json and NAME.html with intervals, groups and plots."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description = "Folder of a release or candidate, for instance models/scorecard/1.2.0.")
    private @Nullable Path release;

    @Option(names = "--csv", paramLabel = "FILE", description = "A CSV file with a header, UTF-8.")
    private @Nullable Path csv;

    @Option(
            names = "--group-counts",
            paramLabel = "FILE",
            description = "Counts by group, made outside: attribute,value,predicted or score,outcome,count.")
    private @Nullable Path groupCounts;

    @Option(names = "--label", paramLabel = "COLUMN", description = "Column of the outcome.")
    private @Nullable String label;

    @Option(names = "--positive", paramLabel = "VALUE", description = "The label's value that counts, if not 1/0.")
    private @Nullable String positive;

    @Option(names = "--features", split = ",", paramLabel = "COLUMN", description = "Columns to train on.")
    private List<String> features = List.of();

    @Option(names = "--increasing", split = ",", paramLabel = "COLUMN", description = "More never lowers the score.")
    private List<String> increasing = List.of();

    @Option(names = "--decreasing", split = ",", paramLabel = "COLUMN", description = "More never raises the score.")
    private List<String> decreasing = List.of();

    @Option(names = "--group", split = ",", paramLabel = "COLUMN", description = "Columns whose groups are compared.")
    private List<String> groups = List.of();

    @Option(names = "--family", paramLabel = "COLUMN", description = "Rows with equal values stay together.")
    private @Nullable String family;

    @Option(names = "--score", paramLabel = "COLUMN", description = "A score that is there already.")
    private @Nullable String score;

    @Option(names = "--threshold", paramLabel = "T", description = "A score of at least T counts as high.")
    private @Nullable Double threshold;

    @Option(names = "--decision", paramLabel = "COLUMN", description = "People's decisions, measured alike.")
    private @Nullable String decision;

    @Option(
            names = "--model",
            split = ",",
            defaultValue = "scorecard,boosted",
            paramLabel = "KIND",
            description = "scorecard, boosted or both. Default: ${DEFAULT-VALUE}.")
    private List<String> models = List.of();

    @Option(names = "--folds", defaultValue = "5", description = "Folds. Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--resamples", defaultValue = "1000", description = "For intervals. Default: ${DEFAULT-VALUE}.")
    private int resamples;

    @Option(
            names = "--capacity",
            defaultValue = "0.1",
            description = "Share that can be read. Default: ${DEFAULT-VALUE}.")
    private double capacity;

    @Option(
            names = "--smallest-group",
            defaultValue = "20",
            description = "Smaller groups are left out. Default: ${DEFAULT-VALUE}.")
    private int smallestGroup;

    @Option(
            names = "--out",
            defaultValue = "evaluation",
            paramLabel = "DIR",
            description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path out;

    @Option(
            names = "--challenger",
            description = "With a RELEASE: trains boosted trees on its rows and shows their figures beside it.")
    private boolean challenger;

    @Option(names = "--json", description = "Print the report as JSON and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter console = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        check();
        try {
            EvaluationReport report = report();
            Path html = EvaluationFiles.write(report, out, name());
            if (json) {
                console.print(EvaluationFiles.json(report));
            } else {
                EvaluationConsole.print(console, report);
                console.println(html);
            }
            console.flush();
            return 0;
        } catch (ModellingFault fault) {
            ModellingFaults.tell(errors, fault);
            return 1;
        } catch (ModelIntegrityException | IOException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private void check() {
        int subjects = (release == null ? 0 : 1) + (csv == null ? 0 : 1) + (groupCounts == null ? 0 : 1);
        if (subjects != 1) {
            throw new ParameterException(
                    spec.commandLine(), "Name a RELEASE, or a file with --csv FILE or --group-counts FILE.");
        }
        if (groupCounts != null && columnsNamed()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A table of counts has its own columns; only --threshold and --smallest-group go with it.");
        }
        if (release != null && (label != null || score != null || threshold != null || !features.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A RELEASE has its own label, inputs and threshold; these options are for --csv.");
        }
        if (challenger && release == null) {
            throw new ParameterException(
                    spec.commandLine(), "--challenger goes with a RELEASE; for --csv see --model.");
        }
        if (csv != null && label == null) {
            throw new ParameterException(spec.commandLine(), "Say with --label which column is the outcome.");
        }
        if (csv != null && (score == null) == features.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Give either --features to train on or the --score that is there.");
        }
        if (folds < 2 || resamples < 0 || smallestGroup < 5 || !(capacity > 0 && capacity <= 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "At least 2 folds, 0 resamples, a smallest group of 5, and a capacity above 0 and at most 1.");
        }
    }

    private boolean columnsNamed() {
        boolean texts = label != null || positive != null || score != null || decision != null || family != null;
        return texts || Stream.of(features, increasing, decreasing, groups).anyMatch(each -> !each.isEmpty());
    }

    private EvaluationReport report() throws ModelIntegrityException, IOException, PolicySetException {
        if (groupCounts != null) {
            OptionalDouble high = threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
            return new GroupCountsEvaluation(new GroupCountsFile(groupCounts, high), smallestGroup).report();
        }
        Plan plan = Plan.usual(seed)
                .withResamples(resamples)
                .withSmallestGroup(smallestGroup)
                .withCapacity(capacity);
        if (release != null) {
            return own(Candidate.read(release), plan);
        }
        CsvPlan file = new CsvPlan(
                Objects.requireNonNull(csv),
                Objects.requireNonNull(label),
                Optional.ofNullable(positive),
                features,
                increasing,
                decreasing,
                groups,
                Optional.ofNullable(family),
                Optional.ofNullable(score),
                Optional.ofNullable(threshold),
                Optional.ofNullable(decision),
                folds);
        return new CsvEvaluation(file, plan).report(kinds());
    }

    /** On the children that the release's settings keep for testing. */
    private EvaluationReport own(Candidate candidate, Plan plan) throws PolicySetException {
        Policies policies = Policies.load(PolicySetReader.shipped());
        var source = SettingsRows.under(policies, Clock.systemUTC());
        OwnEvaluation evaluation = new OwnEvaluation(candidate, plan);
        return challenger
                ? evaluation.challenged(new Training(candidate.settings(), policies.indicators(), source).data())
                : evaluation.report(candidate.testRows(source));
    }

    private List<Kind> kinds() {
        return models.stream().map(this::kind).toList();
    }

    private Kind kind(String id) {
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new ParameterException(spec.commandLine(), "--model is scorecard, boosted or scorecard,boosted");
    }

    private String name() {
        Path file = csv != null ? csv : groupCounts;
        Path subject = release != null ? release : Objects.requireNonNull(file);
        String last = subject.toAbsolutePath().normalize().getFileName().toString();
        return last.replaceFirst("\\.csv$", "");
    }
}
