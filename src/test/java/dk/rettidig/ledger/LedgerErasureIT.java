package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
