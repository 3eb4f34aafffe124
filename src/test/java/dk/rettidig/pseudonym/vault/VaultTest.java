package dk.rettidig.pseudonym.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.VaultException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final PseudonymDomain DOMAIN = PseudonymDomain.parse("999.child_support.1");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private final Random random = new Random(20261122);
    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("999.vault");
    }

    private static VaultSecret keyFile(int seed) throws VaultException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return VaultSecret.keyFile(key);
    }

    private static VaultSecret passphrase(String text) throws VaultException {
        return VaultSecret.passphrase(text.toCharArray());
    }

    private Pseudonym pseudonym() {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        random.nextBytes(bytes);
        return Pseudonym.of(bytes);
    }

    private VaultEntry numbered(int number, LocalDate expires) {
        return new VaultEntry(
                DOMAIN,
                pseudonym(),
                new VaultIdentity.Numbered(SyntheticCpr.number(number)),
                expires,
                "sag å-" + number);
    }

    private Reason refused(VaultSecret secret) {
        VaultException refused = catchThrowableOfType(
                VaultException.class, () -> Vault.open(path, secret, TODAY).close());
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    @Test
    void keepsEntriesOfBothSortsUnderAPassphrase() throws Exception {
        VaultEntry child = numbered(1, LATER);
        VaultEntry unborn =
                new VaultEntry(DOMAIN.next(), pseudonym(), new VaultIdentity.Local("unborn-7"), LATER, "underretning");
        assertThatIllegalArgumentException().isThrownBy(() -> new VaultIdentity.Local("unborn 7"));
        try (Vault vault = Vault.create(path, passphrase("et langt kodeord æøå"), "999")) {
            vault.put(child);
            vault.put(unborn);
            vault.save();
        }

        try (Vault vault = Vault.open(path, passphrase("et langt kodeord æøa\u030A"), TODAY)) {
            assertThat(vault.municipality()).isEqualTo("999");
            assertThat(vault.entries()).containsExactly(child, unborn);
            assertThat(vault.find(DOMAIN, child.pseudonym())).contains(child);
            assertThat(vault.find(DOMAIN.next(), child.pseudonym())).isEmpty();
        }
        assertThat(refused(passphrase("et langt kodeord aeoeaa"))).isEqualTo(Reason.WRONG_SECRET_OR_DAMAGED);
        assertThat(refused(keyFile(1))).isEqualTo(Reason.SECRET_REFUSED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewPassphraseHasAtLeastSixteenCharactersAndAKeyFileThirtyTwoBytes() throws Exception {
        assertThat(catchThrowableOfType(
                                VaultException.class, () -> VaultSecret.newPassphrase("femten tegn her".toCharArray()))
                        .reason())
                .isEqualTo(Reason.SECRET_REFUSED);
        VaultSecret.newPassphrase("seksten tegn her".toCharArray()).close();
        assertThat(catchThrowableOfType(VaultException.class, () -> passphrase(""))
                        .reason())
                .isEqualTo(Reason.SECRET_REFUSED);
        assertThat(catchThrowableOfType(VaultException.class, () -> VaultSecret.keyFile(new byte[31]))
                        .reason())
                .isEqualTo(Reason.SECRET_REFUSED);
    }

    @Test
    void aSecretThatWasThrownAwayOpensNothing() throws Exception {
        VaultSecret secret = keyFile(1);
        Vault.create(path, secret, "999").close();
        Vault.open(path, secret, TODAY).close();

        secret.close();

        assertThat(refused(secret)).isEqualTo(Reason.SECRET_REFUSED);
        Vault.open(path, keyFile(1), TODAY).close();
    }

    @Test
    void everyFlippedBitAndEveryMissingByteIsNoticed() throws Exception {
        try (Vault vault = Vault.create(path, keyFile(1), "999")) {
            vault.put(numbered(1, LATER));
            vault.save();
        }
        byte[] good = Files.readAllBytes(path);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, bad);
            assertThat(refused(keyFile(1)))
                    .as("byte %s", i)
                    .isIn(Reason.WRONG_SECRET_OR_DAMAGED, Reason.NOT_A_VAULT, Reason.SECRET_REFUSED);
            Files.write(path, Arrays.copyOf(good, i));
            assertThat(refused(keyFile(1))).isIn(Reason.WRONG_SECRET_OR_DAMAGED, Reason.NOT_A_VAULT);
        }
        Files.write(path, Arrays.copyOf(good, good.length + 1));
        assertThat(refused(keyFile(1))).isEqualTo(Reason.WRONG_SECRET_OR_DAMAGED);
        Files.write(path, good);
        Vault.open(path, keyFile(1), TODAY).close();
    }

    @Test
    void aHeaderThatAsksForTooLittleOrTooMuchWorkIsRefusedBeforeTheWork() throws Exception {
        Vault.create(path, passphrase("et langt kodeord"), "999").close();
        byte[] good = Files.readAllBytes(path);
        // Memory at 9, passes at 13, lanes at 17 (docs/vault.md).
        for (int[] change :
                new int[][] {{9, 0x7F}, {10, 0}, {16, 1}, {13, 0x7F}, {17, 0}, {17, 0x7F}, {20, good[20] ^ 1}}) {
            byte[] bad = good.clone();
            bad[change[0]] = (byte) change[1];
            Files.write(path, bad);
            assertThat(refused(passphrase("et langt kodeord")))
                    .as("byte %s", change[0])
                    .isEqualTo(change[0] == 20 ? Reason.WRONG_SECRET_OR_DAMAGED : Reason.NOT_A_VAULT);
        }
    }

    @Test
    void expiredEntriesAreGoneAtTheNextOpeningAndFromTheFile() throws Exception {
        VaultEntry stays = numbered(2, TODAY.plusDays(1));
        try (Vault vault = Vault.create(path, keyFile(1), "999")) {
            vault.put(numbered(1, TODAY));
            vault.put(stays);
            vault.save();
        }
        long before = Files.size(path);

        try (Vault vault = Vault.open(path, keyFile(1), TODAY)) {
            assertThat(vault.expiredAtOpening()).isEqualTo(1);
            assertThat(vault.entries()).containsExactly(stays);
        }

        assertThat(Files.size(path)).isLessThan(before);
        try (Vault vault = Vault.open(path, keyFile(1), TODAY.minusDays(9))) {
            assertThat(vault.entries()).containsExactly(stays);
        }
    }

    @Test
    void whatASourceCallsAChildStaysAsLongAsTheChildAndGoesWithIt() throws Exception {
        PseudonymDomain school = PseudonymDomain.parse("999.child_support.school.1");
        VaultEntry child = numbered(1, LATER);
        VaultEntry other = numbered(2, LATER);
        try (Vault vault = Vault.create(path, keyFile(1), "999")) {
            vault.admit(child, TODAY);
            vault.admit(other, TODAY);
            VaultEntry name = child.under(school, pseudonym());
            vault.put(name);
            vault.put(other.under(school, pseudonym()));
            assertThat(vault.size()).isEqualTo(2);

            vault.admit(
                    new VaultEntry(DOMAIN, child.pseudonym(), child.identity(), LATER.plusDays(90), "forlænget"),
                    TODAY);
            assertThat(vault.find(school, name.pseudonym()).orElseThrow().expires())
                    .isEqualTo(LATER.plusDays(90));

            assertThat(vault.forget(DOMAIN, child.pseudonym())).isTrue();
            assertThat(vault.entries())
                    .hasSize(2)
                    .allMatch(entry -> entry.identity().equals(other.identity()));
            assertThat(vault.forget(DOMAIN, child.pseudonym())).isFalse();
            vault.save();
        }
        try (Vault vault = Vault.open(path, keyFile(1), TODAY)) {
            assertThat(vault.find(school, other.identity())).isPresent();
        }
    }

    @Test
    void oneProcessAtATimeAndNeverOverAnotherFile() throws Exception {
        try (Vault vault = Vault.create(path, keyFile(1), "999")) {
            assertThat(vault.size()).isZero();
            assertThat(refused(keyFile(1))).isEqualTo(Reason.IN_USE);
        }
        assertThat(catchThrowableOfType(VaultException.class, () -> Vault.create(path, keyFile(1), "999"))
                        .reason())
                .isEqualTo(Reason.EXISTS);
        Files.delete(path);
        assertThat(refused(keyFile(1))).isEqualTo(Reason.MISSING);
    }

    @Test
    void holdsOneMunicipalityOnly() throws Exception {
        try (Vault vault = Vault.create(path, keyFile(1), "998")) {
            assertThatIllegalArgumentException().isThrownBy(() -> vault.put(numbered(1, LATER)));
        }
    }

    @Test
    void takesACountryWideLargestMunicipalityAndShowsNoNumber() throws Exception {
        try (Vault vault = Vault.create(path, keyFile(1), "999")) {
            for (int i = 0; i < 120_000; i++) {
                vault.put(numbered(i, LATER));
            }
            vault.save();
            assertThat(vault.toString()).isEqualTo("Vault[999, 120000 entries hidden]");
        }
        try (Vault vault = Vault.open(path, keyFile(1), TODAY)) {
            assertThat(vault.size()).isEqualTo(120_000);
            assertThat(vault.entries().get(77).toString()).isEqualTo("VaultEntry[hidden]");
            assertThat(vault.entries().get(77).identity().toString()).isEqualTo("Numbered[hidden]");
        }
        String raw = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 200; i++) {
            assertThat(raw.contains(SyntheticCpr.digits(i))).isFalse();
        }
    }
}
