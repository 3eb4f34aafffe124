package dk.rettidig.cli.bench;

import dk.rettidig.authority.DomainKey;
import dk.rettidig.authority.DomainKeyFile;
import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Holder;
import dk.rettidig.cli.pseudonymise.InputRefused;
import dk.rettidig.cli.pseudonymise.Patience;
import dk.rettidig.cli.pseudonymise.PseudonymiseJob;
import dk.rettidig.pseudonym.BareMultiplications;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code pseudonymise}: a file from survey to verified release, by the command's own code against the packaged authority in a
 * process of its own over loopback, with database and ledger; held against the multiplications without which no person gets a
 * pseudonym, on all cores ({@link BareMultiplications}; docs/adr/0112-what-a-pseudonym-costs.md).
 */
final class PseudonymiseBench implements Benchmark {

    private static final int DEFAULT_PERSONS = 4_000;

    /** Of the baseline's persons a second (DESIGN.md section 9). */
    private static final double REACH = 0.7;

    /** Children of a municipality for which the time is told, and the seconds that it may take. */
    private static final int MUNICIPALITY = 40_000;

    private static final double MUNICIPALITY_SECONDS = 120;

    private static final PseudonymDomain DOMAIN = PseudonymDomain.parse("999.child_support.1");
    private static final String CLIENT = "bench-999";
    private static final String PASSPHRASE = "only for the benchmark's own key";

    private final SigningKey signing = SigningKey.generate(new SecureRandom());
    private final Console silent = new Console(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false);

    @Override
    public String name() {
        return "pseudonymise";
    }

    @Override
    public String description() {
        return "Persons a second from file to file over loopback, against bare scalar multiplications.";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        int persons = Math.toIntExact(options.children().orElse(DEFAULT_PERSONS));
        Path home = Files.createTempDirectory("rettidig-bench");
        Path input = home.resolve("children.csv");
        write(input, persons);
        OprfKey key = domainKey(home);
        try (BenchService authority = BenchService.authority(home, PASSPHRASE);
                Connection superuser = authority.database().superuser();
                AuthorityClient client = new AuthorityClient(
                        DOMAIN,
                        key.publicKey(),
                        List.of(new Holder(authority.address(), 0, key.publicKey())),
                        CLIENT,
                        signing,
                        Patience.USUAL,
                        Clock.systemUTC())) {
            register(superuser);
            options.tell("%d persons, once to warm up".formatted(persons));
            pseudonymise(input, client, persons);
            return results(
                    Alternating.measure(() -> pseudonymise(input, client, persons), () -> multiply(persons)), persons);
        } catch (SQLException failure) {
            throw new IOException("the benchmark's database failed", failure);
        } finally {
            Files.deleteIfExists(input);
        }
    }

    private List<BenchResult> results(Alternating turns, int persons) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("persons", persons);
        detail.put("threads", threads());
        detail.put("batch", Blinding.LARGEST_BATCH);
        detail.put("heap_mb", 512L);
        detail.put("baseline_secret_multiplications", BareMultiplications.SECRET);
        detail.put("baseline_shares_of_weighted_sums", BareMultiplications.SHARES);
        detail.put("baseline_scalars_split", false);
        detail.put("subject_scalars_split", true);
        detail.put("subject", turns.subject());
        detail.put("baseline", turns.baseline());
        return List.of(
                BenchResult.against(
                        name(),
                        turns.subjectMedian(),
                        turns.baselineMedian(),
                        "persons/s",
                        BenchResult.Better.HIGHER,
                        REACH,
                        detail),
                BenchResult.alone(
                        "pseudonymise_40000",
                        MUNICIPALITY / turns.subjectMedian(),
                        "s",
                        BenchResult.Better.LOWER,
                        MUNICIPALITY_SECONDS,
                        Map.of(
                                "persons",
                                MUNICIPALITY,
                                "from",
                                "persons a second of the turns, not measured as one file")));
    }

    /** Persons a second of a whole file. */
    private double pseudonymise(Path input, AuthorityClient client, int persons)
            throws IOException, InterruptedException {
        Path output = input.resolveSibling("pseudonyms.csv");
        Files.deleteIfExists(output);
        try {
            long start = System.nanoTime();
            int code = PseudonymiseJob.whole(input, output, client, silent);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                throw new IOException("rows were left out of " + output);
            }
            return persons / seconds;
        } catch (InputRefused | AskException refused) {
            throw new IOException("the benchmark's own file was not pseudonymised: " + refused.getMessage(), refused);
        }
    }

    /** Persons a second of bare multiplications. */
    private static double multiply(int persons) throws InterruptedException {
        BareMultiplications bare = BareMultiplications.prepared(persons);
        long start = System.nanoTime();
        bare.multiply(threads());
        return persons / ((System.nanoTime() - start) / 1e9);
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Numbers with 60 added to the day, which no ordinary person has, each of another person. */
    private static void write(Path file, int persons) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("cpr;absence\n");
            for (int i = 0; i < persons; i++) {
                int day = 61 + i % 28;
                int month = 1 + i / 28 % 12;
                int serial = 4_000 + i / (28 * 12) % 5_000;
                int year = 10 + i / (28 * 12 * 5_000);
                out.write("%02d%02d%02d%04d;%d%n".formatted(day, month, year, serial, i % 100));
            }
        }
    }

    private static OprfKey domainKey(Path home) throws IOException {
        try {
            OprfKey key = OprfKey.generate();
            DomainKeyFile.create(
                    home.resolve("domain-keys"), new DomainKey(DOMAIN, 0, key, key.publicKey()), PASSPHRASE);
            return key;
        } catch (OprfException | SealException refused) {
            throw new IOException("the benchmark's own key store could not be made", refused);
        }
    }

    /** The bench's own client, as two people would have registered it. */
    private void register(Connection superuser) throws SQLException {
        try (PreparedStatement insert = superuser.prepareStatement(
                "insert into authority_client (kid, client, municipality, public_key, domains, population, state,"
                        + " proposed_by, proposed_at, approved_by, approved_at) values (?, ?, 999, ?, array[?],"
                        + " 10000000, 'approved', 'bench', now(), 'bench-2', now())")) {
            insert.setString(1, signing.id().value());
            insert.setString(2, CLIENT);
            insert.setBytes(3, signing.verifyingKey().encoded());
            insert.setString(4, DOMAIN.text());
            insert.executeUpdate();
        }
    }
}
