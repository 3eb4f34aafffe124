package dk.rettidig.oversight.erasure;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.PersonInput;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files requests for erasure, each with its entry in one transaction. The routes ask the gate. */
@ApplicationScoped
public class ErasureRequestDesk {

    private final ErasureRequests requests;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    ErasureRequestDesk(ErasureRequests requests, Epochs epochs, Ledger ledger, Clock clock) {
        this.requests = requests;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A request as somebody wrote it; texts that were not sent are empty. */
    public record Draft(String pseudonym, String ground, String caseReference, String because) {
        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * Files a request. Whether anything is held about the child makes no difference to the answer.
     *
     * @throws OversightFault {@code person_input_invalid}, {@code erasure_requested}
     */
    public ErasureRequest request(Actor actor, Draft draft) {
        PersonInput input = new PersonInput();
        Optional<Pseudonym> child = input.pseudonym("pseudonym", draft.pseudonym());
        Optional<ErasureGround> ground = input.choice("ground", ErasureGround.parse(draft.ground()));
        Optional<JournalNumber> reference = input.journalNumber("case_reference", draft.caseReference());
        Optional<Justification> because = input.reason("because", draft.because());
        input.demand();
        ErasureRequest request = new ErasureRequest(
                UUID.randomUUID(),
                municipality(actor),
                ground.orElseThrow(),
                reference.orElseThrow(),
                because.orElseThrow(),
                name(actor),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        QuarkusTransaction.requiringNew().run(() -> put(actor, request, child.orElseThrow()));
        return request;
    }

    private void put(Actor actor, ErasureRequest request, Pseudonym child) {
        epochs.hold(request.municipality().value());
        if (!requests.add(request, child)) {
            throw new OversightFault(OversightErrorCode.ERASURE_REQUESTED);
        }
        ledger.append(actor, new ErasureRequestEvent.Requested(request, child));
    }

    /** The requests of the actor's municipality. */
    public List<ErasureRequest> list(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> requests.list(municipality));
    }

    private static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(OversightFault::notFound);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(OversightFault::notFound);
    }
}
