package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a process of its own, which can be killed. */
class PseudonymiseCommandTest {

    private static final int PERSONS = 4_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private OprfKey key;
    private StubAuthority authority;
    private Path input;
    private Path output;

    /** Runs the command in a process of its own. */
    static final class Child {

        private Child() {}

        /** The command's arguments. */
        public static void main(String... arguments) {
            System.exit(new CommandLine(new PseudonymiseCommand()).execute(arguments));
        }
    }

    @BeforeEach
    void start() throws Exception {
        key = OprfKey.generate();
        try (SigningKey signing = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom())) {
            authority = new StubAuthority(key, 0, signing.verifyingKey());
        }
        input = folder.resolve("in.csv");
        output = folder.resolve("out.csv");
        StringBuilder rows = new StringBuilder("id;cpr\n");
        for (int i = 0; i < PERSONS; i++) {
            rows.append(i).append(';').append(SyntheticCpr.digits(i)).append('\n');
        }
        Files.writeString(input, rows);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private Process process(String... more) throws IOException {
        return new ProcessBuilder(line(more))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("shown.txt").toFile())
                .start();
    }

    private List<String> line(String... more) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                "--authority",
                authority.url().toString(),
                "--domain",
                "999.child_support.1",
                "--public-key",
                StubAuthority.base64(key.publicKey().bytes()),
                "--client",
                "school-999",
                "--key",
                folder.resolve("client.key").toString(),
                "--out",
                output.toString(),
                input.toString()));
        line.addAll(List.of(more));
        return line;
    }

    private int exit(Process process) throws Exception {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String shown() throws IOException {
        return Files.readString(folder.resolve("shown.txt"), StandardCharsets.UTF_8);
    }

    @Test
    void aKilledRunGoesOnAndGivesTheSameFile() throws Exception {
        authority.plays((exchange, content, request) -> {
            if (request > 2) {
                Thread.sleep(Duration.ofMinutes(1));
            }
            return false;
        });
        Process killed = process();
        Path journal = folder.resolve("out.csv.journal");
        while (killed.isAlive()
                && (!Files.exists(journal) || Files.readAllLines(journal).size() < 3)) {
            Thread.sleep(20);
        }
        assertThat(killed.isAlive()).as(shown()).isTrue();
        killed.destroyForcibly().waitFor();
        assertThat(output).doesNotExist();
        String state = Files.readString(journal) + Files.readString(folder.resolve("out.csv.partial"));
        for (int i = 0; i < PERSONS; i++) {
            assertThat(state).doesNotContain(SyntheticCpr.digits(i));
        }
        authority.plays((exchange, content, request) -> false);
        long before = authority.elements();

        assertThat(exit(process())).as(shown()).isZero();

        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(PERSONS + 1);
        for (int i = 0; i < PERSONS; i += 97) {
            assertThat(lines.get(i + 1))
                    .isEqualTo(i + ";"
                            + key.pseudonym(
                                            OprfMode.VOPRF,
                                            SyntheticCpr.number(i).input())
                                    .text());
        }
        assertThat(authority.elements() - before).isEqualTo(PERSONS - 2_000 + Verification.SAMPLE);
        assertThat(authority.faults()).isEmpty();
    }

    @Test
    void wrongOptionsAreUsageErrorsThatSayWhatToDo() throws Exception {
        assertThat(exit(process("--share-key", "1=AA=="))).isEqualTo(2);
        assertThat(shown()).contains("--share-key");
        assertThat(exit(process("--delimiter", "|"))).isEqualTo(2);
        assertThat(shown()).contains("comma or a semicolon");
        assertThat(authority.requests()).isZero();
    }

    @Test
    void anotherPinnedKeyIsRefused() throws Exception {
        key = OprfKey.generate();

        assertThat(exit(process())).isEqualTo(1);

        assertThat(shown()).contains("en anden nøgle end --public-key").doesNotContain(SyntheticCpr.digits(0));
        assertThat(output).doesNotExist();
    }

    @Test
    void ofTwoRunsAtOnceTheSecondIsRefusedAndTheFirstEndsAsIfAlone() throws Exception {
        authority.plays((exchange, content, request) -> {
            Thread.sleep(Duration.ofSeconds(2));
            return false;
        });
        Process first = process();
        Path journal = folder.resolve("out.csv.journal");
        while (first.isAlive() && !Files.exists(journal)) {
            Thread.sleep(20);
        }
        Path before = folder.resolve("shown.txt");
        Path other = Files.createDirectory(folder.resolve("second")).resolve("shown.txt");
        Process second = new ProcessBuilder(line())
                .redirectErrorStream(true)
                .redirectOutput(other.toFile())
                .start();

        assertThat(exit(second)).isEqualTo(1);

        assertThat(Files.readString(other))
                .contains("En anden kørsel skriver til")
                .doesNotContain("Exception");
        assertThat(exit(first)).as(Files.readString(before)).isZero();
        assertThat(Files.readAllLines(output)).hasSize(PERSONS + 1);
        assertThat(authority.elements()).isEqualTo(PERSONS + Verification.SAMPLE);
    }

    @Test
    void aMillionPeopleFitAPopulationInBoundedMemory() throws Exception {
        Path population = folder.resolve("population.csv");
        try (java.io.BufferedWriter people = Files.newBufferedWriter(population)) {
            people.write("cpr;navn;dato\n");
            for (int i = PERSONS; i < PERSONS + 1_000_000; i++) {
                people.write(SyntheticCpr.digits(i) + ";Person " + (char) ('a' + i % 26) + "bc;2050-01-0" + (1 + i % 9)
                        + "\n");
            }
        }
        long start = System.nanoTime();

        // The process has 256 MB; every one of the 4,000 numbers of the input is near many.
        assertThat(exit(process("--population", population.toString(), "--undecided", "pass")))
                .as(shown())
                .isZero();

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(90);
        assertThat(shown())
                .contains("1000000 i befolkningsudtrækket, 4000 numre står ikke i det, 4000 af dem")
                .doesNotContain("OutOfMemory", "Exception");
        assertThat(Files.readAllLines(output)).hasSize(PERSONS + 1);
        assertThat(Files.size(folder.resolve("out.csv.worklist.csv"))).isPositive();
    }

    @Test
    void aMillionLinesOfRubbishEndInBoundedMemoryWithCounts() throws Exception {
        java.util.Random random = new java.util.Random(20261122);
        try (java.io.BufferedWriter rubbish = Files.newBufferedWriter(input)) {
            rubbish.write("id;cpr\n");
            for (int i = 0; i < 1_000_000; i++) {
                rubbish.write(Integer.toString(i));
                rubbish.write(';');
                for (int letter = random.nextInt(40); letter >= 0; letter--) {
                    rubbish.write(" abcæøå-/0123456789".charAt(random.nextInt(18)));
                }
                rubbish.write("x\n");
            }
        }
        long start = System.nanoTime();

        // The process has 256 MB (see process()); the file has some 30 MB.
        assertThat(exit(process())).isEqualTo(1);

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
        assertThat(shown())
                .contains("1000000 rækker er ikke med", " × ikke ti cifre", "Ingen række har et CPR-nummer.")
                .doesNotContain("OutOfMemory", "Exception");
        assertThat(shown().lines().count()).isLessThan(40);
        assertThat(authority.requests()).isZero();
        assertThat(output).doesNotExist();
    }
}
