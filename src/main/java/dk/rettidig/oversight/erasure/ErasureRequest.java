package dk.rettidig.oversight.erasure;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as it is shown: by the number of its case. Whom it concerns is in the case system and is not shown here.
 *
 * @param because what the person wrote who requested it
 */
public record ErasureRequest(
        UUID id,
        MunicipalityCode municipality,
        ErasureGround ground,
        JournalNumber caseReference,
        Justification because,
        ActorName requestedBy,
        Instant requestedAt,
        Optional<Decision> decision) {

    /**
     * What the other person decided.
     *
     * @param refusal empty when everything was erased
     */
    public record Decision(ActorName by, Instant at, Optional<ErasureRefusal> refusal, Justification because) {}

    /** What became of it: {@code requested}, {@code refused} or {@code done}. */
    public String state() {
        return decision.map(made -> made.refusal().isPresent() ? "refused" : "done")
                .orElse("requested");
    }

    @Override
    public String toString() {
        return "ErasureRequest[" + id + "]";
    }
}
