package dk.rettidig.ledger.witness;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.CheckpointSigner;
import dk.rettidig.ledger.Cosigners;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerDamage;
import dk.rettidig.ledger.LedgerSettings;
import dk.rettidig.ledger.Log;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Asks all witnesses at once. Publishing goes on when the quorum has cosigned, whatever becomes of the others; it stops when
 * the quorum cannot be had, and health says so. One that failed rests for a while, unless the quorum needs it.
 */
@Singleton
public class Witnesses implements Cosigners {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);

    private final List<AskedWitness> witnesses = new ArrayList<>();
    private final Answers answers;
    private final int quorum;
    private final Duration patience;
    private final Duration timeout;
    private final Duration rest;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean quorumMissing;

    /**
     * Knows the witnesses of the settings.
     *
     * @throws IllegalArgumentException when a key or address cannot be used, a key is there twice, or the quorum is larger
     *     than their number
     */
    public Witnesses(
            Log log,
            CheckpointSigner signer,
            Ledger ledger,
            LedgerSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.answers = new Answers(ledger, clock);
        this.quorum = settings.witnessQuorum();
        this.patience = settings.witnessPatience();
        this.timeout = settings.witnessTimeout();
        this.rest = settings.witnessRest();
        this.clock = clock;
        // Most installations begin without witnesses, and a client for HTTPS takes a while to make.
        if (!settings.witnesses().isEmpty()) {
            connect(settings, new OwnHistory(log, signer.verifierKeys()));
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException("rettidig.ledger.witness-quorum is " + quorum + ", and there are "
                    + witnesses.size() + " witnesses");
        }
        witnesses.forEach(witness -> measure(metrics, witness));
    }

    private void connect(LedgerSettings settings, OwnHistory history) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        Set<VerifierKey> keys = new HashSet<>();
        settings.witnesses().forEach((name, each) -> {
            VerifierKey key = key(name, each.key());
            if (!keys.add(key)) {
                throw new IllegalArgumentException("rettidig.ledger.witnesses." + name
                        + ".key is another witness' key too: one signature must not count twice towards the quorum");
            }
            witnesses.add(new AskedWitness(key, new WitnessHttp(client, each.url(), timeout), history, clock));
        });
    }

    private static void measure(MeterRegistry metrics, AskedWitness witness) {
        Gauge.builder(
                        "rettidig.ledger.witness.cosigned",
                        witness,
                        each -> each.status().state() == State.COSIGNED ? 1 : 0)
                .description("1 when the witness cosigned the newest checkpoint that it was asked for")
                .tag("witness", witness.key().name().value())
                .register(metrics);
    }

    private static VerifierKey key(String name, String vkey) {
        try {
            VerifierKey key = VerifierKey.parse(vkey.strip());
            if (!key.algorithm().isTimed()) {
                throw new IllegalArgumentException(
                        "rettidig.ledger.witnesses." + name + ".key is the key of a log, not of a witness");
            }
            return key;
        } catch (CheckpointException wrong) {
            throw new IllegalArgumentException(
                    "rettidig.ledger.witnesses." + name + ".key is not a vkey: " + wrong.getMessage(), wrong);
        }
    }

    /** How each of them did. */
    public List<WitnessStatus> statuses() {
        return witnesses.stream().map(AskedWitness::status).toList();
    }

    /** Whether too few cosigned the last checkpoint that they were asked for, so that it was not published. */
    boolean isQuorumMissing() {
        return quorumMissing;
    }

    /** How many must have cosigned. */
    public int quorum() {
        return quorum;
    }

    @Override
    public Optional<SignedNote> cosign(SignedNote note, Checkpoint checkpoint) throws LedgerDamage {
        if (witnesses.isEmpty()) {
            return Optional.of(note);
        }
        List<AskedWitness> asked = asked();
        try {
            SignedNote cosigned = collect(asked, note, checkpoint);
            int count = cosigned.signatures().size() - note.signatures().size();
            quorumMissing = count < quorum;
            return quorumMissing ? Optional.empty() : Optional.of(cosigned);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            asked.forEach(each -> answers.heard(each.key(), each.status().state(), checkpoint.size()));
        }
    }

    /** Those who are asked: whoever does not rest; all of them when these are too few. */
    private List<AskedWitness> asked() {
        Instant now = clock.instant();
        List<AskedWitness> awake =
                witnesses.stream().filter(each -> !each.isResting(now)).toList();
        return awake.size() < quorum ? witnesses : awake;
    }

    @SuppressWarnings("CollectionUndefinedEquality") // each future is itself alone
    private SignedNote collect(List<AskedWitness> asked, SignedNote note, Checkpoint checkpoint)
            throws LedgerDamage, InterruptedException {
        CompletionService<SignedNote> done = new ExecutorCompletionService<>(threads);
        Map<Future<SignedNote>, AskedWitness> pending = new HashMap<>();
        for (AskedWitness witness : asked) {
            pending.put(done.submit(() -> witness.ask(note, checkpoint)), witness);
        }
        SignedNote cosigned = note;
        long begun = System.nanoTime();
        while (!pending.isEmpty()) {
            int count = cosigned.signatures().size() - note.signatures().size();
            long left = begun + (count < quorum ? timeout : patience).toNanos() - System.nanoTime();
            Future<SignedNote> answer = left <= 0 ? null : done.poll(left, TimeUnit.NANOSECONDS);
            if (answer == null) {
                break;
            }
            Optional<SignedNote> one = take(answer, java.util.Objects.requireNonNull(pending.remove(answer)));
            if (one.isPresent()) {
                cosigned = cosigned.with(one.get().signatures().getLast());
            }
        }
        pending.forEach((answer, witness) -> {
            answer.cancel(true);
            witness.rest(State.SLOW, rest);
        });
        return cosigned;
    }

    private Optional<SignedNote> take(Future<SignedNote> answer, AskedWitness witness)
            throws LedgerDamage, InterruptedException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LedgerDamage damage) {
                witness.rest(State.REFUSED, Duration.ZERO);
                throw damage;
            }
            State state = failure.getCause() instanceof WitnessException refusal ? refusal.state() : State.UNREACHABLE;
            if (witness.status().state() != state) {
                LOG.warnf("witness %s does not cosign: %s", witness.key().name(), state.id());
            }
            witness.rest(state, rest);
            return Optional.empty();
        }
    }
}
