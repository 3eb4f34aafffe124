package dk.rettidig.oversight.erasure;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.NamedChild;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.PersonInput;
import dk.rettidig.oversight.erasure.ErasureRequest.Decision;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides on requests for erasure, and asks the gate itself, which wants to know whose request it is. */
@ApplicationScoped
public class ErasureDecisionDesk {

    private static final int LONGEST_SECONDS = 60;

    private final ErasureRequests requests;
    private final ChildErasure erasure;
    private final Subjects subjects;
    private final Epochs epochs;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    ErasureDecisionDesk(
            ErasureRequests requests,
            ChildErasure erasure,
            Subjects subjects,
            Epochs epochs,
            Gate gate,
            Ledger ledger,
            Clock clock) {
        this.requests = requests;
        this.erasure = erasure;
        this.subjects = subjects;
        this.epochs = epochs;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Refuses a request.
     *
     * @throws OversightFault {@code person_input_invalid}, {@code not_found}, {@code erasure_decided}
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it, for instance because it is the actor's own request
     */
    public ErasureRequest refuse(Actor actor, String id, String refusal, String because) {
        ErasureRequest request = permitted(actor, id);
        PersonInput input = new PersonInput();
        Optional<ErasureRefusal> ground = input.choice("refusal", ErasureRefusal.parse(refusal));
        Optional<Justification> reason = input.reason("because", because);
        input.demand();
        Decision decision = decision(actor, ground, reason.orElseThrow());
        QuarkusTransaction.requiringNew().run(() -> {
            epochs.hold(request.municipality().value());
            Pseudonym child = waiting(request);
            requests.decide(request, decision);
            ledger.append(
                    actor, new ErasureRequestEvent.Refused(request, child, ground.orElseThrow(), decision.because()));
        });
        return decided(request);
    }

    /**
     * Erases everything about the child of a request, in one transaction with its entry; when that fails nothing is erased and
     * the failure is an entry.
     *
     * @throws OversightFault {@code person_input_invalid}, {@code not_found}, {@code erasure_decided}, {@code erasure_halted},
     *     {@code erasure_duty_runs}, {@code erasure_under_way}
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it, for instance because it is the actor's own request
     */
    public ErasureRequest carryOut(Actor actor, String id, String because) {
        ErasureRequest request = permitted(actor, id);
        PersonInput input = new PersonInput();
        Optional<Justification> reason = input.reason("because", because);
        input.demand();
        Decision decision = decision(actor, Optional.empty(), reason.orElseThrow());
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> erase(actor, request, decision));
        } catch (RuntimeException failure) {
            ledger.appendCommitted(actor, new ErasureRequestEvent.Failed(request, code(failure)));
            throw failure;
        }
        return decided(request);
    }

    private void erase(Actor actor, ErasureRequest request, Decision decision) {
        String municipality = request.municipality().value();
        erasure.take(municipality);
        Pseudonym child = waiting(request);
        if (requests.isHalted(request.municipality(), child)) {
            throw new OversightFault(OversightErrorCode.ERASURE_HALTED);
        }
        requests.decide(request, decision);
        Map<String, Integer> rows = erasure.erase(new NamedChild(municipality, child.bytes()));
        String lookup = HexFormat.of().formatHex(subjects.lookup(municipality, child.bytes()));
        ledger.append(actor, new ErasureRequestEvent.Done(request, rows, lookup, decision.because()));
    }

    /** The gate is asked whether or not there is such a request: who may not decide does not learn of it. */
    private ErasureRequest permitted(Actor actor, String id) {
        Optional<ErasureRequest> found = actor.municipality()
                .flatMap(here -> QuarkusTransaction.requiringNew().call(() -> requests.find(here, asked(id))));
        boolean self = found.map(request -> actor.name().equals(Optional.of(request.requestedBy())))
                .orElse(false);
        gate.demand(Request.plain(actor, Action.DECIDE_ERASURE, Purpose.SUPERVISION, actor.municipality())
                .with("proposed_by", self ? "self" : "other"));
        return found.orElseThrow(OversightFault::notFound);
    }

    private Pseudonym waiting(ErasureRequest request) {
        return requests.lockWaiting(request.municipality(), request.id())
                .orElseThrow(() -> new OversightFault(OversightErrorCode.ERASURE_DECIDED));
    }

    private Decision decision(Actor actor, Optional<ErasureRefusal> refusal, Justification because) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Decision(actor.name().orElseThrow(OversightFault::notFound), now, refusal, because);
    }

    private ErasureRequest decided(ErasureRequest request) {
        MunicipalityCode municipality = request.municipality();
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.find(municipality, request.id()))
                .orElseThrow(OversightFault::notFound);
    }

    private static String code(RuntimeException failure) {
        return failure instanceof Fault fault ? fault.errorCode().code() : "internal";
    }

    /** A text that is no id counts as one that nothing has. */
    private static UUID asked(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }
}
