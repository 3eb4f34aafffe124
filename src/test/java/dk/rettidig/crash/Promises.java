package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What clients were told before a kill, each with the question that shows that it is still true. */
final class Promises {

    private final List<Promise> promises = new CopyOnWriteArrayList<>();
    private final Person officer;
    private final Person nobody;

    Promises(Person officer, Person nobody) {
        this.officer = officer;
        this.nobody = nobody;
    }

    private record Promise(String what, Question question) {}

    /** Asks the service; fails when the promise was broken. */
    @FunctionalInterface
    interface Question {
        void ask() throws CheckpointException, ProofException;
    }

    /** Keeps a promise of any kind. */
    void keep(String what, Question question) {
        promises.add(new Promise(what, question));
    }

    /** A receipt: the same note gives the same receipt, and its entry is proved under the receipt's own checkpoint. */
    void keepReceipt(Parcel parcel, Answer receipt) {
        keep("receipt " + receipt.text("delivery_id"), () -> {
            Answer again = parcel.send(nobody);
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(receipt.body());
            prove(receipt);
        });
    }

    private void prove(Answer receipt) throws CheckpointException, ProofException {
        long index = receipt.json().at("/entry/leaf_index").asLong();
        long size = receipt.json().at("/entry/tree_size").asLong();
        VerifierKey key =
                VerifierKey.parse(nobody.getText("/ledger/log-key").body().strip());
        Checkpoint checkpoint = Checkpoint.open(SignedNote.parse(receipt.text("checkpoint")), List.of(key));
        Answer file = officer.getText("/api/v1/ledger/entries/" + index + "/proof?tree_size=" + size);
        TlogProof proof = TlogProof.parse(file.body().getBytes(StandardCharsets.UTF_8));

        assertThat(checkpoint.size()).isEqualTo(size);
        assertThat(new String(proof.extra().bytes(), StandardCharsets.UTF_8))
                .contains("\"feed.delivery_finished\"", receipt.text("delivery_id"));
        new InclusionProof(index, size, proof.path())
                .verify(new TreeHasher().leaf(proof.extra().bytes()), checkpoint.root());
    }

    int count() {
        return promises.size();
    }

    /** Asks about every promise that was ever made. */
    void allHold() {
        for (Promise promise : promises) {
            try {
                promise.question().ask();
            } catch (CheckpointException | ProofException | AssertionError broken) {
                throw new AssertionError("broken promise: " + promise.what(), broken);
            }
        }
    }
}
