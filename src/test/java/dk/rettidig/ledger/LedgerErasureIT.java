package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class LedgerErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Actor CASEWORKER = new Actor.Caseworker(new ActorName("erasure"), MunicipalityCode.SYNTHETIC);

    @Inject
    Ledger ledger;

    @Inject
    LedgerReader reader;

    @Inject
    LedgerErasure erasure;

    @Inject
    ErasableTables erasable;

    @Inject
    IdentityRetention identities;

    private String commitmentIn(Covered covered) throws Exception {
        return new ObjectMapper()
                .readTree(reader.entry(covered.leafIndex()).bytes())
                .at("/commitments/note")
                .asText();
    }

    @Test
    void aCommitmentOpensToItsValueUntilItIsErasedAndTheProofHoldsAfterwards() throws Exception {
        AppendId id = ledger.appendCommitted(CASEWORKER, TestEvent.committing("the value"));
        Covered covered = ledger.await(id, PATIENCE);
        String hash = commitmentIn(covered);
        String proof = reader.proofFile(covered.leafIndex(), covered.treeSize());

        assertThat(erasure.open(id, "note", hash)).hasValueSatisfying(commitment -> {
            assertThat(new String(commitment.value(), StandardCharsets.UTF_8)).isEqualTo("the value");
            assertThat(commitment.hash()).isEqualTo(hash);
        });
        int erased = QuarkusTransaction.requiringNew().call(() -> erasure.erase(id));

        assertThat(erased).isOne();
        assertThat(erasure.open(id, "note", hash)).isEmpty();
        assertThat(reader.proofFile(covered.leafIndex(), covered.treeSize())).isEqualTo(proof);
        LogChecks.holds(reader);
    }

    @Test
    void afterErasureNothingOfItIsLeftAnywhereAndTheExportStillVerifies() throws Exception {
        // Given
        String value = "erasable-" + UUID.randomUUID();
        AppendId id = ledger.appendCommitted(CASEWORKER, TestEvent.committing(value));
        String hash = commitmentIn(ledger.await(id, PATIENCE));
        Commitment opened = erasure.open(id, "note", hash).orElseThrow();
        byte[] salt = Arrays.copyOf(opened.saltAndValue(), Commitment.SALT_BYTES);
        byte[] box = QuarkusTransaction.requiringNew()
                .call(() -> erasable.commitment(id, "note").orElseThrow().box());
        Map<String, byte[]> gone =
                Map.of("the value", value.getBytes(StandardCharsets.UTF_8), "its salt", salt, "both, sealed", box);
        assertThat(EverywhereSearch.tables(box)).containsExactly("ledger_commitment");
        byte[] committed = hash.getBytes(StandardCharsets.UTF_8);

        // When
        QuarkusTransaction.requiringNew().run(() -> erasure.erase(id));

        // Then
        Path export = Files.createTempFile("erased", ".zip");
        try (OutputStream zip = Files.newOutputStream(export)) {
            new LedgerExport(reader).write(reader.checkpoint(), zip);
        }
        for (Map.Entry<String, byte[]> each : gone.entrySet()) {
            assertThat(EverywhereSearch.tables(each.getValue()))
                    .as(each.getKey())
                    .isEmpty();
            assertThat(EverywhereSearch.export(export, each.getValue()))
                    .as(each.getKey())
                    .isEmpty();
        }
        assertThat(EverywhereSearch.tables(committed))
                .as("what stays is found, so what is gone would be")
                .contains("ledger_append", "ledger_entry");
        assertThat(EverywhereSearch.export(export, committed)).isNotEmpty();
        Trust trust = new Trust(List.of(VerifierKey.parse(reader.verifierKey())), List.of(), Optional.empty());
        try (FileSystem zip = FileSystems.newFileSystem(export)) {
            Report report = LedgerVerifier.verify(zip.getPath("/"), trust, true, (done, of) -> {});
            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isPositive();
        }
        Files.delete(export);
    }

    @Test
    void theSameValueGetsAnotherCommitmentEachTime() throws Exception {
        Covered one = ledger.await(ledger.appendCommitted(CASEWORKER, TestEvent.committing("same")), PATIENCE);
        Covered two = ledger.await(ledger.appendCommitted(CASEWORKER, TestEvent.committing("same")), PATIENCE);

        assertThat(commitmentIn(one)).isNotEqualTo(commitmentIn(two));
    }

    @Test
    void aValueThatWasMovedToAnotherEntryDoesNotOpen() throws Exception {
        AppendId one = ledger.appendCommitted(CASEWORKER, TestEvent.committing("one"));
        String other =
                commitmentIn(ledger.await(ledger.appendCommitted(CASEWORKER, TestEvent.committing("two")), PATIENCE));

        assertThatThrownBy(() -> erasure.open(one, "note", other)).isInstanceOf(LedgerFault.class);
    }

    @Test
    void identitiesOfThisYearStay() {
        int erased = QuarkusTransaction.requiringNew()
                .call(() -> erasure.eraseIdentitiesBefore(Instant.parse("2020-06-01T00:00:00Z")));

        assertThat(erased).isZero();
        assertThat(identities.retentionClass()).isEqualTo("ledger_identity");
    }
}
