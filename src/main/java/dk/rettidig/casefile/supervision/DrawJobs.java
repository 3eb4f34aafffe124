package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Draws without anybody: waits until the frame is shown, calls the draw when its moment has come, and draws by the tree that
 * ends with the call. Any number of replicas may do it at once; what one has done the others find done.
 */
@Singleton
public class DrawJobs {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Rounds rounds;
    private final Gate gate;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final Clock clock;

    DrawJobs(Rounds rounds, Gate gate, Ledger ledger, LedgerReader reader, Clock clock) {
        this.rounds = rounds;
        this.gate = gate;
        this.ledger = ledger;
        this.reader = reader;
        this.clock = clock;
    }

    /** Takes every round as far as it can go now. */
    @Scheduled(
            every = "${rettidig.supervision.draw-every:5s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    public void goOn() {
        for (MunicipalityCode municipality : QuarkusTransaction.requiringNew().call(rounds::municipalities)) {
            QuarkusTransaction.requiringNew()
                    .call(() -> rounds.unshown(municipality))
                    .forEach(this::show);
            while (call(municipality)) {
                // one transaction for each
            }
            QuarkusTransaction.requiringNew()
                    .call(() -> rounds.called(municipality))
                    .forEach(this::draw);
        }
    }

    private void show(Rounds.Waiting waiting) {
        covered(waiting)
                .ifPresent(covered -> QuarkusTransaction.requiringNew()
                        .run(() -> rounds.show(
                                waiting.round(),
                                new Rounds.Shown(covered.leafIndex(), covered.treeSize(), covered.checkpoint()))));
    }

    private Optional<Ledger.Covered> covered(Rounds.Waiting waiting) {
        try {
            return Optional.of(ledger.await(waiting.append(), PATIENCE));
        } catch (LedgerFault late) {
            if (late.errorCode() == LedgerErrorCode.NOT_COVERED_IN_TIME) {
                return Optional.empty();
            }
            throw late;
        }
    }

    private boolean call(MunicipalityCode municipality) {
        Instant now = clock.instant();
        boolean due = QuarkusTransaction.requiringNew()
                .call(() -> rounds.lockDue(municipality, now).isPresent());
        if (!due) {
            return false;
        }
        gate.demand(Request.plain(SCHEDULER, Action.DRAW_SAMPLE, Purpose.ADMINISTRATION, Optional.of(municipality)));
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Round> round = rounds.lockDue(municipality, now);
            round.ifPresent(called -> rounds.call(
                    called, ledger.append(SCHEDULER, new SupervisionEvent.DrawCalled(called.id(), municipality))));
            return round.isPresent();
        });
    }

    private void draw(Rounds.Waiting waiting) {
        Round round = waiting.round();
        covered(waiting).ifPresent(covered -> {
            Checkpoint tree = tree(covered);
            Hash seed = Draw.seed(tree);
            Round.Drawn drawn = new Round.Drawn(clock.instant().truncatedTo(ChronoUnit.MICROS), seed);
            QuarkusTransaction.requiringNew()
                    .run(() -> rounds.shown(round)
                            .filter(frame -> rounds.draw(
                                    round,
                                    drawn,
                                    Draw.drawn(seed, rounds.tickets(round), round.sample()),
                                    proof(frame, covered, tree).json()))
                            .ifPresent(frame -> rounds.noteDrawn(
                                    round,
                                    ledger.append(
                                            SCHEDULER,
                                            new SupervisionEvent.Drawn(
                                                    round.id(),
                                                    round.municipality(),
                                                    covered.leafIndex(),
                                                    seed,
                                                    round.sample())))));
        });
    }

    /** The tree that ends with the call: whatever was published when, there is only one. */
    private Checkpoint tree(Ledger.Covered call) {
        try {
            long size = call.leafIndex() + 1;
            Hash leaf = new TreeHasher().leaf(reader.entry(call.leafIndex()).bytes());
            Hash root = reader.inclusion(call.leafIndex(), size).root(leaf);
            String origin =
                    Checkpoint.parse(SignedNote.parse(call.checkpoint()).text()).origin();
            return new Checkpoint(origin, size, root);
        } catch (ProofException | CheckpointException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }

    private DrawDocument.Proof proof(Rounds.Shown frame, Ledger.Covered call, Checkpoint tree) {
        return new DrawDocument.Proof(
                file(frame.index(), frame.size(), frame.note()),
                file(call.leafIndex(), call.treeSize(), call.checkpoint()),
                tree.root().base64(),
                path(frame.size(), tree.size()),
                path(tree.size(), call.treeSize()));
    }

    private String file(long index, long size, String note) {
        try {
            return new TlogProof(
                            new TlogProof.Extra(reader.entry(index).bytes()),
                            index,
                            reader.inclusion(index, size).path(),
                            SignedNote.parse(note))
                    .encode();
        } catch (CheckpointException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }

    private List<String> path(long first, long second) {
        return reader.consistency(first, second).path().stream()
                .map(Hash::base64)
                .toList();
    }
}
