package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.Console;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pseudonymise FILE --out FILE}: the same file with pseudonyms in the place of CPR numbers. */
@Command(
        name = "pseudonymise",
        mixinStandardHelpOptions = true,
        description = {
            "Erstatter CPR-numre med pseudonymer. Numrene forlader ikke maskinen.",
            "Replaces CPR numbers by pseudonyms. The numbers do not leave the machine.",
            "An interrupted run goes on where it was when the same command is given again.",
            "Exit codes: 0 all rows done, 1 rows left out or nothing released, 2 usage."
        })
public final class PseudonymiseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "The CPR column; else the one named cpr, cpr_nr, cpr_nummer, personnummer or the like.")
    private @Nullable String column;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "Of CSV: comma or semicolon; else seen in the header.")
    private @Nullable Character delimiter;

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The output; must not exist.")
    private Path out = Path.of("out.csv");

    @Option(names = "--strict", description = "Release nothing when a row has to stay out.")
    private boolean strict;

    @Option(names = "--json", description = "One JSON object at the end.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "CSV or NDJSON, UTF-8.")
    private Path input = Path.of("-");

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        Report report = new Report(console, json);
        if (delimiter != null && delimiter != ',' && delimiter != ';') {
            throw new ParameterException(spec.commandLine(), "--delimiter is a comma or a semicolon.");
        }
        int code = 1;
        try (SigningKey key = KeyFile.signingKey(authority.keyFile());
                AuthorityClient client = authority.client(key, Clock.systemUTC())) {
            code = run(console, report, client);
        } catch (InputRefused refused) {
            report.refused(refused.code(), refused.lines());
        } catch (AskException none) {
            report.refused(none.reason().name().toLowerCase(java.util.Locale.ROOT), none.lines());
        } catch (SealException refused) {
            console.note("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
        } catch (IOException failed) {
            console.note("Filen kan ikke læses eller skrives: / The file cannot be read or written: "
                    + failed.getClass().getSimpleName() + " " + failed.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        report.end();
        return code;
    }

    private int run(Console console, Report report, AuthorityClient client)
            throws IOException, InputRefused, AskException, InterruptedException {
        Layout found = new LayoutFinder(Optional.ofNullable(column), Optional.ofNullable(delimiter)).find(input);
        try (Workplace workplace = Workplace.of(out)) {
            Layout layout = population.decided(input, found, workplace.worklist(), console, report);
            return new PseudonymiseJob(input, layout, out, strict, console, report, PseudonymiseJob.DANISH_TIME)
                    .run(workplace, client);
        }
    }
}
