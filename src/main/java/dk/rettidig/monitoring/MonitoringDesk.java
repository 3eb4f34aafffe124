package dk.rettidig.monitoring;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.fault.ErrorCode;
import dk.rettidig.flag.RunModels;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where people see how models do, resume and withdraw, each act with its entry in one transaction. The routes ask the gate. */
@ApplicationScoped
public class MonitoringDesk {

    /** Runs that are shown: at one a day a month. */
    private static final int SHOWN = 30;

    private final Pauses pauses;
    private final Measurements measurements;
    private final Tallies tallies;
    private final MonitoringLimits limits;
    private final Runs runs;
    private final RunModels models;
    private final Ledger ledger;
    private final Clock clock;

    MonitoringDesk(
            Pauses pauses,
            Measurements measurements,
            Tallies tallies,
            MonitoringLimits limits,
            Runs runs,
            RunModels models,
            Ledger ledger,
            Clock clock) {
        this.pauses = pauses;
        this.tallies = tallies;
        this.limits = limits;
        this.measurements = measurements;
        this.runs = runs;
        this.models = models;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How the municipality's models do. */
    public record Overview(
            List<Pause> pauses, List<Withdrawal> withdrawals, List<Measurement> measurements, Concluded concluded) {}

    /** How the models of the actor's municipality do. */
    public Overview overview(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        LocalDate since = ConclusionJobs.since(now());
        return QuarkusTransaction.requiringNew()
                .call(() -> new Overview(
                        pauses.list(municipality),
                        pauses.withdrawals(municipality),
                        measurements.latest(municipality, SHOWN),
                        Concluded.of(tallies.since(municipality, since), since, limits)));
    }

    /** The models that are paused in the actor's municipality. */
    public List<ModelRef> paused(Actor actor) {
        return actor.municipality().stream()
                .flatMap(at -> QuarkusTransaction.requiringNew().call(() -> pauses.list(at)).stream())
                .filter(Pause::stands)
                .map(Pause::model)
                .toList();
    }

    /**
     * Lets a paused model raise flags again.
     *
     * @throws MonitoringFault {@code monitoring_input_invalid}, {@code not_found}, {@code monitoring_resumed_already}
     */
    public Pause resume(Actor actor, String id, String because) {
        MunicipalityCode municipality = municipality(actor);
        Justification reason = reason(because, List.of());
        Instant now = now();
        return QuarkusTransaction.requiringNew().call(() -> {
            Pause pause = pauses.find(municipality, asked(id)).orElseThrow(MonitoringFault::notFound);
            if (!pauses.resume(municipality, pause.id(), actor.kind(), now)) {
                throw new MonitoringFault(MonitoringErrorCode.RESUMED_ALREADY);
            }
            ledger.append(actor, new MonitoringEvent.Resumed(pause, reason));
            return pauses.find(municipality, pause.id()).orElseThrow();
        });
    }

    /**
     * Withdraws a model for good: no run starts with it, and one that is under way raises no flags.
     *
     * @param model {@code name/version} of a model that the municipality has used or could use
     * @throws MonitoringFault {@code monitoring_input_invalid}, {@code monitoring_withdrawn_already}
     */
    public Withdrawal withdraw(Actor actor, String model, String because) {
        MunicipalityCode municipality = municipality(actor);
        Optional<ModelRef> used = used(municipality, model);
        Justification reason = reason(
                because,
                used.isPresent() ? List.of() : List.of(new FieldError("model", MonitoringErrorCode.MODEL_UNKNOWN)));
        Withdrawal withdrawal = new Withdrawal(UUID.randomUUID(), municipality, used.orElseThrow(), now());
        QuarkusTransaction.requiringNew().run(() -> {
            if (!pauses.add(withdrawal)) {
                throw new MonitoringFault(MonitoringErrorCode.WITHDRAWN_ALREADY);
            }
            ledger.append(actor, new MonitoringEvent.ModelWithdrawn(withdrawal, reason));
        });
        return withdrawal;
    }

    /** The models that the municipality has used or could use, the one used last first. */
    public List<ModelRef> models(Actor actor) {
        return known(municipality(actor));
    }

    private List<ModelRef> known(MunicipalityCode municipality) {
        return Stream.concat(runs.models(municipality).stream(), models.offered().stream())
                .distinct()
                .toList();
    }

    private Optional<ModelRef> used(MunicipalityCode municipality, String model) {
        try {
            ModelRef asked = ModelRef.parse(model.strip());
            return known(municipality).stream().filter(asked::equals).findFirst();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Justification reason(String because, List<FieldError> others) {
        List<FieldError> problems = new ArrayList<>(others);
        Optional<? extends ErrorCode> problem = Justification.problem(because);
        problem.ifPresent(code -> problems.add(new FieldError("because", code)));
        if (!problems.isEmpty()) {
            throw MonitoringFault.invalid(problems);
        }
        return new Justification(because);
    }

    /** A text that is no id counts as one that nothing has. */
    static UUID asked(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(MonitoringFault::notFound);
    }
}
