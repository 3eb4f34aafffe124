package dk.rettidig.flag;

import dk.rettidig.access.Actor;
import dk.rettidig.fault.Fault;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.law.Thresholds;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ReleasedModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Carries runs out: scope, observations, model, lot, flags. Everything between start and finish is in memory; the effect
 * and its entry are one transaction, which fails when the lease was lost meanwhile.
 */
@Singleton
public class RunWorker {

    /** The last transaction writes the leaves of all children; a minute is the platform's default and too little. */
    private static final int FINISH_SECONDS = 600;

    /** Runs that one process carries out at a time: each uses all cores while it reads and scores. */
    private static final int AT_A_TIME = 2;

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final Runs runs;
    private final RunInputs inputs;
    private final RunWatch watch;
    private final Ledger ledger;
    private final IndicatorCatalogue catalogue;
    private final Thresholds thresholds;
    private final RetentionRules retention;
    private final LegalBases bases;
    private final RunSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("run-", 0).daemon().factory());

    RunWorker(
            Runs runs,
            RunInputs inputs,
            RunWatch watch,
            Ledger ledger,
            IndicatorCatalogue catalogue,
            Thresholds thresholds,
            RetentionRules retention,
            LegalBases bases,
            RunSettings settings,
            Clock clock) {
        this.runs = runs;
        this.inputs = inputs;
        this.watch = watch;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.thresholds = thresholds;
        this.retention = retention;
        this.bases = bases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Carries a started run out on a thread of its own. */
    void submit(Run run, Actor actor, ReleasedModel model, UUID holder) {
        threads.execute(() -> {
            try {
                carryOut(run, actor, model, holder);
            } catch (Fault fault) {
                LOG.warnf("run aborted code=%s", fault.errorCode().code());
            } catch (RuntimeException | Error unforeseen) {
                LOG.errorf(unforeseen, "run aborted runId=%s", run.id());
            }
        });
    }

    /** Carries a started run out; whatever goes wrong aborts it on the record. */
    void carryOut(Run run, Actor actor, ReleasedModel model, UUID holder) {
        try (LeaseKeeper lease = LeaseKeeper.keep(runs, run.id(), holder, settings.lease());
                RunInputs.Snapshot snapshot = inputs.open(run.request().municipality())) {
            raise(run, actor, model, holder, lease, snapshot);
        } catch (FlagFault fault) {
            abort(run, actor, holder, fault.errorCode().code());
            throw fault;
        } catch (RuntimeException | Error fault) {
            abort(
                    run,
                    actor,
                    holder,
                    fault instanceof Fault known ? known.errorCode().code() : "failed");
            throw fault;
        }
    }

    private void raise(
            Run run, Actor actor, ReleasedModel model, UUID holder, LeaseKeeper lease, RunInputs.Snapshot snapshot) {
        Calculation calculation = calculate(run, model, lease, snapshot);
        watch.measured(run, model, calculation.bins());
        QuarkusTransaction.requiringNew().run(() -> demandUnstopped(run));
        RunSalt salt = RunSalt.fresh(random);
        lease.tell(RunProgress.Stage.DRAWING, 0, 0);
        Drawing.Chosen chosen = new Drawing(ledger, random)
                .choose(
                        run,
                        actor,
                        due(run, calculation),
                        thresholds.capacity(run.request().municipality().value()),
                        salt);
        lease.tell(RunProgress.Stage.RAISING, 0, chosen.children().size());
        FlagMaker maker = new FlagMaker(
                model,
                AsOf.endOf(run.request().asOf()),
                thresholds.probability(),
                clock.instant().plus(retention.keep(FlagRetention.UNOPENED)),
                random);
        List<RaisedFlag> flags = maker.make(snapshot, chosen.children(), chosen.nonces());
        BitSet flagged = calculation.numbers(chosen.children());
        RunEffect effect = new RunEffect(
                clock.instant(),
                calculation.counts(flags.size()),
                calculation.byAgeBand(flagged),
                calculation.abstentions(),
                salt,
                calculation.membership(salt, flagged),
                chosen.lot(),
                flags);
        lease.demand();
        commit(run, actor, holder, effect, chosen, calculation);
    }

    /** Whom flags are due for: in development and in shadow nobody, whatever the model says. */
    private static List<Pseudonym> due(Run run, Calculation calculation) {
        return run.request().phase().raisesFlags() ? calculation.above() : List.of();
    }

    private void demandUnstopped(Run run) {
        watch.stop(run.request().municipality(), run.request().model()).ifPresent(stop -> {
            throw new FlagFault(stop.code());
        });
    }

    private Calculation calculate(Run run, ReleasedModel model, LeaseKeeper lease, RunInputs.Snapshot snapshot) {
        RunRequest request = run.request();
        AsOf asOf = AsOf.endOf(request.asOf());
        lease.tell(RunProgress.Stage.READING, 0, 0);
        ScopeTable table = request.scope() == ScopeKind.POPULATION
                ? ScopeTable.open(model, catalogue, asOf)
                : ScopeTable.of(
                        snapshot.inScope(request.basis(), maximumDays(request), request.asOf(), asOf.moment()),
                        model,
                        catalogue,
                        asOf);
        Set<IndicatorId> indicators =
                model.features().stream().map(FeatureDefinition::indicator).collect(Collectors.toSet());
        snapshot.read(indicators, asOf.moment(), table);
        table.passOver(snapshot.objected());
        lease.demand();
        lease.tell(RunProgress.Stage.SCORING, 0, table.children().count());
        return table.score(thresholds.probability());
    }

    /** Scope ends with the basis' maximum days, whatever the interval on file says (barnets lov § 18; legal-bases.yaml). */
    private int maximumDays(RunRequest request) {
        return bases.find(request.basis()).map(LegalBasis::maximumDays).orElse(0);
    }

    private void commit(
            Run run, Actor actor, UUID holder, RunEffect effect, Drawing.Chosen chosen, Calculation calculation) {
        QuarkusTransaction.requiringNew().timeout(FINISH_SECONDS).run(() -> {
            demandUnstopped(run);
            runs.finish(run, holder, effect);
            chosen.event().ifPresent(drawn -> ledger.append(actor, drawn));
            for (RaisedFlag flag : effect.flags()) {
                ledger.append(
                        actor,
                        new FlagEvent.Raised(
                                run.id(),
                                run.request().municipality(),
                                flag.id(),
                                flag.pseudonym(),
                                CopyCommitment.of(flag)));
            }
            ledger.append(
                    actor,
                    new FlagEvent.RunFinished(
                            run.id(),
                            run.request().municipality(),
                            effect.counts(),
                            calculation.reasons(),
                            effect.membership().root()));
        });
        LOG.infof(
                "run finished children=%d flagged=%d",
                effect.counts().children(), effect.counts().flagged());
    }

    private void abort(Run run, Actor actor, UUID holder, String reason) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (runs.abort(run.id(), holder, reason)) {
                    ledger.append(
                            actor,
                            new FlagEvent.RunAborted(run.id(), run.request().municipality(), reason));
                }
            });
        } catch (RuntimeException unrecorded) {
            // The lease runs out and any replica aborts the run then.
            LOG.warn("a run could not be aborted at once", unrecorded);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
