package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.seal.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A key, an authority that has it, and runs against it. */
final class JobFixture implements AutoCloseable {

    static final Patience SHORT = new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(10), Duration.ofSeconds(2));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    final OprfKey key;
    final SigningKey signing = SigningKey.generate(new SecureRandom());
    final StubAuthority authority;
    Optional<String> column = Optional.empty();
    Optional<Character> delimiter = Optional.empty();
    List<String> population = List.of();
    boolean strict;
    boolean json;
    String shown = "";

    JobFixture() throws Exception {
        key = OprfKey.generate();
        authority = new StubAuthority(key, 0, signing.verifyingKey());
    }

    String pseudonym(int number) throws Exception {
        return key.pseudonym(OprfMode.VOPRF, SyntheticCpr.number(number).input())
                .text();
    }

    AuthorityClient client() {
        return new AuthorityClient(
                PseudonymDomain.parse("999.child_support.1"),
                key.publicKey(),
                List.of(new Holder(authority.url(), 0, key.publicKey())),
                "school-999",
                signing,
                SHORT,
                Clock.systemUTC());
    }

    /** Runs and returns the exit code; what was shown is in {@link #shown}, also when it fails. */
    int run(Path input, Path output) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
        Report report = new Report(console, json);
        try (AuthorityClient client = client();
                Workplace workplace = Workplace.of(output)) {
            Layout found = new LayoutFinder(column, delimiter).find(input);
            PopulationOptions options =
                    CommandLine.populateCommand(new PopulationOptions(), population.toArray(String[]::new));
            Layout layout = options.decided(input, found, workplace.worklist(), console, report);
            int code =
                    new PseudonymiseJob(input, layout, output, strict, console, report, CLOCK).run(workplace, client);
            report.end();
            return code;
        } finally {
            shown = out.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        authority.close();
    }
}
