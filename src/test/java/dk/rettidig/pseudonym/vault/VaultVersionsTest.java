package dk.rettidig.pseudonym.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the first version, and what the second adds: days, local ids, outstanding merges. */
class VaultVersionsTest {

    private static final PseudonymDomain DOMAIN = PseudonymDomain.parse("999.child_support.1");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    /** Written by the program as it was when there was version 1 only: under a key file of 32 bytes 1. */
    private static final String FIRST_BY_KEY_FILE =
            "UlRER1ZMVDECAAAAAAAAAAAA2nZFmpwe87rJMehykh3HnTk5OVU354G23kqXgyiP/Yrjodo4+uTGwADj"
                    + "OsTA5lcifz8CQDuBasYSKUkZaRVoKpGMX1GoJMU+/Y5gNhREpv0Ygdo1m1VgYkKgRuNzppHQ3BmRHZ26"
                    + "Lj1DlFlwFTmeTpY/tobpXP6iOWaiBPznft1u4rhfQ2YOkFrw4swgxPNEEGMoXYlsm7HjMCqb1xM+ZOOJ"
                    + "D//lVp6nthhgbhA7SjBnoxFaBhWxWf193c/FrCQy8ylAPRORjcSjz3E2bPf3lQnb7+Vyt1DNhvEpjuLk"
                    + "Cag76K8=";

    /** The same under a passphrase of twelve characters, which were enough then. */
    private static final String FIRST_BY_PASSPHRASE =
            "UlRER1ZMVDEBAAEAAAAAAAME3wQzwqXxmfbr4UN/4bUEmTk5OdA47Jtwx5g59iN7f7m6vaxyTcSkGH6s"
                    + "DPX48yIB8VgaV/22J4FgLctql7KUen93s8j6A+tfJ+wULUfVGOoza3zS4+q/lIHm1QHX3mL73JycsCNx"
                    + "6OTO6GcHqyrLzZVOqNk9V9dI5Bh3CEQk/balRkvYURnHAlv15Obu4LVEnDjP9TTm4e4ks7xHY322wAc1"
                    + "6c2//1x4xPpdSg4iDVm4uME5I0Wf6rfU9dGhIFBrfRJ+G6LmuJBtrdNts8xevT948ak4qw5Fo6jV51ok"
                    + "/ToZq5A=";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("999.vault");
    }

    private static VaultSecret keyFile() throws VaultException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 1);
        return VaultSecret.keyFile(key);
    }

    private static Pseudonym pseudonym(int of) {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        Arrays.fill(bytes, (byte) of);
        return Pseudonym.of(bytes);
    }

    private String magic() throws Exception {
        return new String(Files.readAllBytes(path), 0, 8, StandardCharsets.US_ASCII);
    }

    private static void expectFirst(Vault vault) {
        assertThat(vault.entries())
                .containsExactly(
                        new VaultEntry(
                                DOMAIN,
                                pseudonym(11),
                                new VaultIdentity.Numbered(SyntheticCpr.number(1)),
                                LocalDate.of(2099, 3, 1),
                                "sag å-1"),
                        new VaultEntry(
                                DOMAIN.next(),
                                pseudonym(22),
                                new VaultIdentity.Local("unborn-7"),
                                LocalDate.of(2099, 3, 1),
                                "underretning"));
        assertThat(vault.merges()).isEmpty();
    }

    @Test
    void filesOfTheFirstVersionOpenAndAreWrittenInTheSecond() throws Exception {
        Files.write(path, Base64.getDecoder().decode(FIRST_BY_KEY_FILE));
        assertThat(magic()).isEqualTo("RTDGVLT1");

        try (Vault vault = Vault.open(path, keyFile(), TODAY)) {
            expectFirst(vault);
            vault.save();
        }

        assertThat(magic()).isEqualTo("RTDGVLT2");
        try (Vault vault = Vault.open(path, keyFile(), TODAY)) {
            expectFirst(vault);
        }
    }

    @Test
    void aPassphraseOfTwelveCharactersThatWasTakenOnceStillOpensItsVault() throws Exception {
        Files.write(path, Base64.getDecoder().decode(FIRST_BY_PASSPHRASE));
        try (Vault vault = Vault.open(path, VaultSecret.passphrase("tolv tegn 12".toCharArray()), TODAY)) {
            expectFirst(vault);
        }
    }

    @Test
    void whoIsThereAlreadyKeepsTheDaySinceWhen() throws Exception {
        VaultEntry unborn = new VaultEntry(DOMAIN, pseudonym(1), new VaultIdentity.Local("L-1"), LATER, "sag 1")
                .expected(Optional.of(LocalDate.of(2027, 2, 1)));
        try (Vault vault = Vault.create(path, keyFile(), "999")) {
            assertThat(vault.admit(unborn, TODAY)).isTrue();
            vault.save();
        }
        try (Vault vault = Vault.open(path, keyFile(), TODAY)) {
            VaultEntry again = new VaultEntry(DOMAIN, pseudonym(1), unborn.identity(), LATER.plusDays(9), "sag 2");
            assertThat(vault.admit(again, TODAY.plusDays(4))).isFalse();

            VaultEntry kept = vault.find(DOMAIN, unborn.identity()).orElseThrow();
            assertThat(kept.since()).contains(TODAY);
            assertThat(kept.expected()).isEqualTo(unborn.expected());
            assertThat(kept.why()).isEqualTo("sag 2");
            assertThat(kept.expires()).isEqualTo(LATER.plusDays(9));
            assertThat(kept.under(DOMAIN.next(), pseudonym(2)).since()).contains(TODAY);
        }
    }

    @Test
    void aMergeKeepsBothEntriesUntilTheServiceWasTold() throws Exception {
        VaultEntry local = new VaultEntry(DOMAIN, pseudonym(1), new VaultIdentity.Local("L-1"), LATER, "sag");
        VaultEntry numbered =
                new VaultEntry(DOMAIN, pseudonym(2), new VaultIdentity.Numbered(SyntheticCpr.number(3)), LATER, "sag");
        OutstandingMerge merge = OutstandingMerge.of(DOMAIN, pseudonym(1), pseudonym(2), TODAY, new SecureRandom());
        try (Vault vault = Vault.create(path, keyFile(), "999")) {
            vault.put(local);
            assertThatIllegalArgumentException().isThrownBy(() -> vault.keep(merge));
            vault.put(numbered);
            vault.keep(merge);
            vault.save();
        }
        try (Vault vault = Vault.open(path, keyFile(), TODAY)) {
            assertThat(vault.merges()).containsExactly(merge);
            assertThat(vault.entries()).containsExactly(local, numbered);
            assertThat(merge.toString()).isEqualTo("OutstandingMerge[hidden]");

            vault.settle(merge);
            vault.save();
        }
        try (Vault vault = Vault.open(path, keyFile(), TODAY)) {
            assertThat(vault.merges()).isEmpty();
            assertThat(vault.entries()).containsExactly(numbered);
        }
    }

    @Test
    void aMergeOfWhichOneEntryExpiredIsForgotten() throws Exception {
        try (Vault vault = Vault.create(path, keyFile(), "999")) {
            vault.put(new VaultEntry(DOMAIN, pseudonym(1), new VaultIdentity.Local("L-1"), TODAY.plusDays(1), "sag"));
            vault.put(new VaultEntry(
                    DOMAIN, pseudonym(2), new VaultIdentity.Numbered(SyntheticCpr.number(3)), LATER, "sag"));
            vault.keep(OutstandingMerge.of(DOMAIN, pseudonym(1), pseudonym(2), TODAY, new SecureRandom()));
            vault.save();
        }
        try (Vault vault = Vault.open(path, keyFile(), TODAY.plusDays(1))) {
            assertThat(vault.merges()).isEmpty();
            assertThat(vault.size()).isEqualTo(1);
        }
    }

    @Test
    void newLocalIdsAreReadableAndNeverLookLikeANumber() {
        SecureRandom random = new SecureRandom();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String id = VaultIdentity.Local.fresh(random).id();
            assertThat(id).matches("L(-[CDFGHJKMNPQRTVWXY][CDFGHJKMNPQRTVWXY2-9]{3}){3}");
            assertThat(CprDetector.found(id)).isFalse();
            assertThat(drawn.add(id)).isTrue();
        }
    }

    @Test
    void theFunctionIsAppliedToTheDigitsOrToTheIdBehindItsWord() {
        assertThat(new VaultIdentity.Numbered(SyntheticCpr.number(3)).input())
                .isEqualTo(SyntheticCpr.number(3).input());
        assertThat(new VaultIdentity.Local("L-1").input()).isEqualTo("local:L-1".getBytes(StandardCharsets.US_ASCII));
    }
}
