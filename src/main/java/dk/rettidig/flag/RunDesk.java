package dk.rettidig.flag;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Decision;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ReleasedModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where runs are asked for: asks the gate, enters the start, hands over to the worker. */
@Singleton
public class RunDesk {

    private static final Logger LOG = Logger.getLogger(RunDesk.class);

    private final Gate gate;
    private final Ledger ledger;
    private final Epochs epochs;
    private final Runs runs;
    private final RunModels models;
    private final RunWatch watch;
    private final RunWorker worker;
    private final RunSettings settings;
    private final Clock clock;

    RunDesk(
            Gate gate,
            Ledger ledger,
            Epochs epochs,
            Runs runs,
            RunModels models,
            RunWatch watch,
            RunWorker worker,
            RunSettings settings,
            Clock clock) {
        this.gate = gate;
        this.ledger = ledger;
        this.epochs = epochs;
        this.runs = runs;
        this.models = models;
        this.watch = watch;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a run and returns while it is under way.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it
     * @throws FlagFault when the request cannot be carried out; nothing has happened then
     */
    public Run start(Actor actor, RunRequest request) {
        Started started = enter(actor, request);
        worker.submit(started.run(), actor, started.model(), started.holder());
        return started.run();
    }

    /** Carries a run out on the caller's thread; for benchmarks and tests that must know when it ends. */
    public void startAndWait(Actor actor, RunRequest request) {
        Started started = enter(actor, request);
        worker.carryOut(started.run(), actor, started.model(), started.holder());
    }

    private record Started(Run run, ReleasedModel model, UUID holder) {}

    private Started enter(Actor actor, RunRequest request) {
        Optional<ReleasedModel> model = find(request);
        // The gate is asked whether or not the model exists: its answer about the name comes first.
        Decision.Permitted permitted = gate.demand(question(actor, request, indicators(request, model)));
        ReleasedModel released = model.orElseThrow(() -> new FlagFault(FlagErrorCode.MODEL_UNKNOWN));
        if (request.asOf().isAfter(clock.instant().atZone(RunTime.ZONE).toLocalDate())) {
            throw new FlagFault(FlagErrorCode.AS_OF_IN_FUTURE);
        }
        demandUnstopped(actor, request);
        Run run = new Run(
                new RunId(UUID.randomUUID()), request, permitted.policy(), new RunState.Started(clock.instant()));
        UUID holder = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            epochs.hold(request.municipality().value());
            runs.start(run, holder, settings.lease());
            ledger.append(actor, new FlagEvent.RunStarted(run, released.digest().toString()));
        });
        return new Started(run, released, holder);
    }

    /** A model that may raise no flags starts no run; that it was tried is on the record. */
    private void demandUnstopped(Actor actor, RunRequest request) {
        MunicipalityCode municipality = request.municipality();
        QuarkusTransaction.requiringNew()
                .call(() -> watch.stop(municipality, request.model()))
                .ifPresent(stop -> {
                    ledger.appendCommitted(
                            actor,
                            new FlagEvent.RunStopped(
                                    municipality,
                                    request.model().toString(),
                                    stop.code().code()));
                    throw new FlagFault(stop.code());
                });
    }

    private Optional<ReleasedModel> find(RunRequest request) {
        try {
            return models.find(request.model());
        } catch (ModelIntegrityException refused) {
            LOG.warnf("model refused modelVersion=%s reason=%s", request.model(), refused.getMessage());
            return Optional.empty();
        }
    }

    /** Those of the model and whatever else the caller names. */
    private static Set<IndicatorId> indicators(RunRequest request, Optional<ReleasedModel> model) {
        return Stream.concat(
                        request.indicators().stream(),
                        model.stream().flatMap(each -> each.features().stream()).map(FeatureDefinition::indicator))
                .collect(Collectors.toSet());
    }

    private static Request question(Actor actor, RunRequest request, Set<IndicatorId> indicators) {
        return new Request(
                actor,
                Action.START_RUN,
                Purpose.CHILD_SUPPORT,
                Optional.of(request.municipality()),
                Optional.of(request.phase()),
                Optional.of(request.basis()),
                request.scope(),
                indicators,
                Set.of(),
                request.municipality().equals(MunicipalityCode.SYNTHETIC),
                Optional.empty(),
                Map.of("model", request.model().name()));
    }
}
