package dk.rettidig.cli;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.rows.FolderWriter;
import dk.rettidig.synthetic.Defect;
import dk.rettidig.synthetic.FeedFormat;
import dk.rettidig.synthetic.PopulationReport;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.PopulationWriter;
import dk.rettidig.synthetic.SyntheticFault;
import dk.rettidig.synthetic.SyntheticHistory;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code synthesise}: writes a synthetic population, its feeds and, apart, its truth. */
@Command(
        name = "synthesise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Laver en syntetisk befolkning med leverancer; facit skrives for sig.",
            "Makes a synthetic population and its feeds; the truth is written apart. No child in it exists.",
            "The same options give the same bytes. Achieved figures stand beside their targets, and of each planted",
            "defect the answer that an audit must find."
        })
final class SynthesiseCommand implements Callable<Integer> {

    private static final int USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to; made when it isn't there, files of the same names are replaced.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--municipalities",
            defaultValue = "999",
            paramLabel = "LIST",
            description = {
                "Codes separated by commas, each with a size if wanted (999:8000,360),",
                "or 'all' for the 98 in their own size. Default: ${DEFAULT-VALUE}."
            })
    private String municipalities = "";

    @Option(
            names = "--children",
            paramLabel = "N",
            description = "Children in all, shared out in proportion. Default: 8000 for 999, else the true size.")
    private @Nullable Integer children;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N", description = "0 to 999999999. Default: 42.")
    private long seed;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day as of which the feeds speak. Default: 2026-11-01.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--years",
            defaultValue = "1",
            paramLabel = "N",
            description = {
                "1 to 10 yearly cohorts of the same families, the last as of that day; the earlier ones are written to",
                "DIR/history/DATE. Default: 1."
            })
    private int years;

    @Option(
            names = "--published-year",
            paramLabel = "YEAR",
            description = {
                "2018 to 2022: the notifications of that year as Statistics Denmark published them, as of its end; the",
                "achieved figures stand beside the published ones. With --years the published years before it."
            })
    private @Nullable Integer publishedYear;

    @Option(
            names = "--scope-days",
            defaultValue = "120",
            paramLabel = "N",
            description = "The longest time in scope under the legal basis. Default: 120.")
    private int scopeDays;

    @Option(
            names = "--faults",
            defaultValue = "usual",
            paramLabel = "LIST",
            description = {
                "Defects to plant, separated by commas: group-bias, label-noise, surveillance, drift, duplicates, late,",
                "corrections, moved, unborn, small-cells; or usual (all but drift and small-cells), all, none.",
                "Default: usual."
            })
    private String faults = "";

    @Option(names = "--format", defaultValue = "ndjson", paramLabel = "FORMAT", description = "ndjson or csv.")
    private String format = "";

    @Option(names = "--threads", paramLabel = "N", description = "Changes nothing but the time it takes.")
    private @Nullable Integer threads;

    @Option(
            names = "--training-rows",
            description = "Also writes the notified children as training rows to DIR/training (docs/training.md).")
    private boolean trainingRows;

    @Option(names = "--json", description = "Prints population.json instead of the table.")
    private boolean json;

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter printer = spec.commandLine().getOut();
        try {
            for (PopulationSettings cohort : SyntheticHistory.cohorts(settings(), years)) {
                long started = System.nanoTime();
                Path folder = folder(cohort);
                PopulationReport report =
                        new PopulationWriter(cohort, format(), folder, usedThreads()).write(progress());
                print(printer, report, folder, System.nanoTime() - started);
                if (trainingRows) {
                    Policies policies = Policies.load(PolicySetReader.shipped());
                    new FolderWriter(policies.indicators()).write(cohort, out.resolve("training"));
                }
            }
            return 0;
        } catch (ModellingFault fault) {
            ModellingFaults.tell(spec.commandLine().getErr(), fault);
            return 1;
        } catch (SyntheticFault fault) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println(fault.errorCode().code() + ": " + fault.errorCode().danish());
            errors.println(fault.errorCode().english());
            errors.flush();
            return USAGE;
        }
    }

    private void print(PrintWriter printer, PopulationReport report, Path folder, long nanoseconds) {
        if (json) {
            printer.print(report.json());
        } else {
            new SynthesiseTable(printer).print(report, folder, nanoseconds);
        }
        printer.flush();
    }

    private Path folder(PopulationSettings cohort) {
        return cohort.yearsBefore() == 0
                ? out
                : out.resolve("history").resolve(cohort.day().toString());
    }

    private PopulationSettings settings() {
        if (asOf != null && publishedYear != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of eller --published-year, ikke begge. / --as-of or --published-year, not both.");
        }
        LocalDate day = asOf == null ? PopulationSettings.DEFAULT_AS_OF : asOf;
        PopulationSettings usual = new PopulationSettings(
                seed, day, MunicipalityList.parse(municipalities, children), defects(), scopeDays);
        return publishedYear == null ? usual : usual.ofPublishedYear(publishedYear);
    }

    private int usedThreads() {
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (used < 1 || used > 256) {
            throw new ParameterException(spec.commandLine(), "--threads skal være 1 til 256. / --threads is 1 to 256.");
        }
        return used;
    }

    private FeedFormat format() {
        for (FeedFormat each : FeedFormat.values()) {
            if (each.extension().equals(format)) {
                return each;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--format skal være ndjson eller csv. / --format is ndjson or csv.");
    }

    private Set<Defect> defects() {
        return switch (faults) {
            case "usual" -> Defect.usual();
            case "all" -> EnumSet.allOf(Defect.class);
            case "none" -> Set.of();
            default -> named(faults);
        };
    }

    private static Set<Defect> named(String list) {
        EnumSet<Defect> chosen = EnumSet.noneOf(Defect.class);
        for (String id : list.split(",", -1)) {
            chosen.add(Defect.parse(id.trim().toLowerCase(Locale.ROOT)));
        }
        return chosen;
    }

    /** A line that counts up, where somebody watches. */
    @SuppressWarnings("SystemConsoleNull") // older and other JDKs may still give none
    private LongConsumer progress() {
        PrintWriter errors = spec.commandLine().getErr();
        Console console = System.console();
        boolean watched = console != null && console.isTerminal() && !json;
        return done -> {
            if (watched) {
                errors.print("\r" + String.format(Locale.ROOT, "%,d", done) + " børn / children ");
                errors.flush();
            }
        };
    }
}
