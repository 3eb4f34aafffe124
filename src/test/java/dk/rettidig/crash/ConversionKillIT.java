package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGKILL to the service while a vault's rotation is converted. Afterwards every child has its former name or every child its next
 * one, an entry stands exactly where there is an effect, and the vault's next try ends as if nothing had been.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConversionKillIT {

    private static final int CHILDREN = 4_000;
    private static final int ROWS_EACH = 3;
    private static final LocalDate EXPIRES = LocalDate.of(2099, 1, 1);
    private static final long SEED = Long.getLong("rettidig.test.seed", System.nanoTime() % 1_000_000);

    private final Random random = new Random(SEED);
    private Installation installation;
    private RecordCheck record;
    private int epoch = 1;

    @BeforeAll
    void settle() throws Exception {
        System.out.println("ConversionKillIT: -Drettidig.test.seed=" + SEED);
        installation = Installation.start(Installation.SHORT_LEASES);
        ServiceProcess service = installation.service();
        Person dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        Person teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        record = new RecordCheck(installation, Person.signIn(service, DemoPerson.DATA_PROTECTION_OFFICER));
        registerVault(dataTeam, teamLeader);
        Registry scope = Registry.of("kill-scope", "notification-register", ',', Set.of("SCOPE_NOTIFIED"));
        Registry school = Registry.of("kill-school", "school", ',', Set.of("SCH_ABS_UNL"));
        scope.register(dataTeam, teamLeader);
        school.register(dataTeam, teamLeader);
        Person nobody = Person.nobody(service);
        assertThat(scope.parcel("scope", lines(1)).send(nobody).status()).isEqualTo(200);
        for (int month = 1; month <= ROWS_EACH; month++) {
            Answer answer = school.parcel("absence-" + month, rows(month)).send(nobody);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        assertThat(count("observation", 1)).isEqualTo(CHILDREN * ROWS_EACH);
        try (Vault vault = Vault.create(vaultFile(), secret(), "999")) {
            IntStream.range(0, CHILDREN).forEach(child -> vault.put(entry(child, 1)));
            vault.save();
        }
    }

    @AfterAll
    void close() throws IOException {
        if (installation != null) {
            installation.close();
        }
    }

    private void registerVault(Person dataTeam, Person teamLeader) throws Exception {
        try (SigningKey client = KeyFile.signingKeyOrNew(file("client.key"), new SecureRandom());
                SigningKey key = KeyFile.signingKeyOrNew(file("service.key"), new SecureRandom())) {
            assertThat(client.id()).isNotEqualTo(key.id());
            String keys = "/api/v1/registries/vault/keys";
            Answer proposed =
                    dataTeam.post(keys, Map.of("public_key", key.verifyingKey().text()));
            assertThat(teamLeader
                            .post(keys + "/" + proposed.text("kid") + "/approval", Map.of())
                            .ok())
                    .as(proposed.body())
                    .isTrue();
        }
        Files.writeString(file("key.pub"), published());
    }

    private static String published() throws OprfException {
        return Base64.getEncoder().encodeToString(OprfKey.generate().publicKey().bytes());
    }

    private Path file(String name) {
        return installation.home().resolve(name);
    }

    private Path vaultFile() {
        return file("999.vault");
    }

    private VaultSecret secret() throws IOException, VaultException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        Path path = file("vault.key");
        if (!Files.exists(path)) {
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
            try {
                KeyFile.secretOrNew(path, () -> text);
            } catch (dk.rettidig.seal.SealException refused) {
                throw new IOException(refused);
            }
        }
        return VaultSecret.keyFile(key);
    }

    private static PseudonymDomain domain(int epoch) {
        return new PseudonymDomain("999", "child_support", epoch);
    }

    /** What a child is called in an epoch; no authority is asked, for the vault has both names already. */
    private static Pseudonym name(int child, int epoch) {
        try {
            return Pseudonym.of(MessageDigest.getInstance("SHA-256")
                    .digest((epoch + ":" + child).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VaultEntry entry(int child, int epoch) {
        return new VaultEntry(
                domain(epoch),
                name(child, epoch),
                new VaultIdentity.Numbered(SyntheticCpr.number(child)),
                EXPIRES,
                "sag 7");
    }

    private static String lines(int epoch) {
        return IntStream.range(0, CHILDREN)
                .mapToObj(child -> "{\"pseudonym\":\"" + name(child, epoch).text()
                        + "\",\"indicator\":\"SCOPE_NOTIFIED\",\"period_from\":\""
                        + Registry.today().minusDays(1) + "\",\"period_to\":\""
                        + Registry.today().plusDays(100) + "\",\"value\":1}\n")
                .collect(Collectors.joining());
    }

    private static String rows(int month) {
        String day = Registry.today().minusDays(30L * month).toString();
        return IntStream.range(0, CHILDREN)
                .mapToObj(child -> "{\"pseudonym\":\"" + name(child, 1).text()
                        + "\",\"indicator\":\"SCH_ABS_UNL\",\"period_from\":\"" + day + "\",\"period_to\":\"" + day
                        + "\",\"value\":0." + month + "}\n")
                .collect(Collectors.joining());
    }

    /** Rows of a table under names of an epoch. */
    private long count(String table, int of) throws SQLException {
        String names = IntStream.range(0, CHILDREN)
                .mapToObj(child -> "'\\x"
                        + java.util.HexFormat.of().formatHex(name(child, of).bytes()) + "'")
                .collect(Collectors.joining(","));
        return Long.parseLong(installation
                .rows("select count(*) from " + table + " where pseudonym in (" + names + ")")
                .getFirst());
    }

    private long total(String table) throws SQLException {
        return Long.parseLong(installation.rows("select count(*) from " + table).getFirst());
    }

    /** The vault after it asked the authority and before it delivered: both names of every child. */
    private void prepare() throws Exception {
        try (Vault vault = Vault.open(vaultFile(), secret(), LocalDate.of(2026, 11, 22))) {
            IntStream.range(0, CHILDREN).forEach(child -> vault.put(entry(child, epoch + 1)));
            vault.save();
        }
    }

    private Process rotate(String log) throws IOException {
        return ServiceProcess.command(
                        installation.home(),
                        "vault",
                        "rotate",
                        "--vault",
                        vaultFile().toString(),
                        "--vault-key",
                        file("vault.key").toString(),
                        "--authority",
                        "http://127.0.0.1:9",
                        "--domain",
                        domain(epoch).text(),
                        "--public-key-file",
                        file("key.pub").toString(),
                        "--to-public-key-file",
                        file("key.pub").toString(),
                        "--client",
                        "vault-999",
                        "--key",
                        file("client.key").toString(),
                        "--service",
                        installation.service().address().toString(),
                        "--sign-key",
                        file("service.key").toString())
                .redirectOutput(file(log).toFile())
                .start();
    }

    private void endsWith(int code, Process process, String log) throws Exception {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(file(log))).isEqualTo(code);
    }

    /** All or nothing, and the record says the same. */
    private boolean allConverted() throws Exception {
        long next = count("observation", epoch + 1);
        assertThat(next).isIn(0L, (long) CHILDREN * ROWS_EACH);
        boolean all = next > 0;
        assertThat(count("observation", epoch)).isEqualTo(all ? 0 : (long) CHILDREN * ROWS_EACH);
        assertThat(count("scope", epoch + 1)).isEqualTo(all ? CHILDREN : 0);
        assertThat(count("scope", epoch)).isEqualTo(all ? 0 : CHILDREN);
        String to = "'" + domain(epoch + 1).text() + "'";
        assertThat(installation.rows("select 1 from pseudonym_conversion where to_domain = " + to))
                .hasSize(all ? 1 : 0);
        assertThat(installation.rows("select 1 from pseudonym_epoch where epoch = " + (epoch + 1)))
                .hasSize(all ? 1 : 0);
        record.fits();
        return all;
    }

    private void nextTryEndsTheSame(boolean had) throws Exception {
        endsWith(0, rotate("second.log"), "second.log");
        assertThat(Files.readString(file("second.log"))).contains(CHILDREN + " gamle pseudonymer taget ud");
        assertThat(allConverted()).isTrue();
        assertThat(total("observation")).isEqualTo((long) CHILDREN * ROWS_EACH);
        assertThat(total("scope")).isEqualTo(CHILDREN);
        assertThat(total("former_pseudonym")).isEqualTo((long) CHILDREN * epoch);
        try (Vault vault = Vault.open(vaultFile(), secret(), LocalDate.of(2026, 11, 22))) {
            assertThat(vault.size()).isEqualTo(CHILDREN);
            assertThat(vault.find(domain(epoch + 1), name(7, epoch + 1))).isPresent();
        }
        System.out.println("ConversionKillIT: epoch " + epoch + " had " + (had ? "all" : "nothing"));
        epoch++;
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"observation_m999", "former_pseudonym"})
    void nothingIsConvertedWhenTheServiceIsKilledInTheMiddle(String table) throws Exception {
        prepare();
        Process first;
        try (HeldLock lock = new HeldLock(installation)) {
            lock.holdTable(table);
            first = rotate("first.log");
            installation.awaitRow("select 1 from pg_locks where not granted and relation = '" + table + "'::regclass");
            installation.service().kill();
        }
        endsWith(1, first, "first.log");
        assertThat(Files.readString(file("first.log"))).contains("Tjenesten svarer ikke");
        installation.service().restart();

        assertThat(allConverted()).isFalse();
        nextTryEndsTheSame(false);
    }

    @Order(2)
    @Test
    void everythingIsConvertedWhenItIsKilledBetweenEffectAndReceipt() throws Exception {
        prepare();
        Process first;
        try (HeldLock lock = new HeldLock(installation)) {
            lock.holdTable("ledger_checkpoint");
            first = rotate("first.log");
            installation.awaitRow("select 1 from pseudonym_conversion where to_domain = '"
                    + domain(epoch + 1).text() + "'");
            installation.service().kill();
        }
        endsWith(1, first, "first.log");
        installation.service().restart();

        assertThat(allConverted()).isTrue();
        nextTryEndsTheSame(true);
    }

    @Order(3)
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void allOrNothingWhateverTheMoment(int round) throws Exception {
        prepare();
        Process first = rotate("first.log");
        installation.awaitRow("select 1 from pg_locks where locktype = 'advisory' and classid = " + 0x65706F63);
        Thread.sleep(random.nextInt(800));
        installation.service().kill();
        assertThat(first.waitFor(2, TimeUnit.MINUTES)).as("round " + round).isTrue();
        installation.service().restart();

        boolean all = allConverted();
        if (first.exitValue() == 0) {
            assertThat(all).as("a receipt was given").isTrue();
            epoch++;
        } else {
            nextTryEndsTheSame(all);
        }
    }
}
