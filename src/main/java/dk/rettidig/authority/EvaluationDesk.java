package dk.rettidig.authority;

import dk.rettidig.access.Action;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Evaluation;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a batch: identify the client, ask the gate, read the body, take it from the quota and enter it, all committed
 * before the first multiplication.
 */
@ApplicationScoped
public class EvaluationDesk {

    private final RequestVerification requests;
    private final DomainKeys keys;
    private final BatchIntake intake;
    private final Gate gate;
    private final Ledger ledger;

    EvaluationDesk(RequestVerification requests, DomainKeys keys, BatchIntake intake, Gate gate, Ledger ledger) {
        this.requests = requests;
        this.keys = keys;
        this.intake = intake;
        this.gate = gate;
        this.ledger = ledger;
    }

    /** An evaluation and the key that made it. */
    public record Answer(DomainKey key, OprfMode mode, Evaluation evaluation) {}

    /**
     * Evaluates.
     *
     * @param domain as in the path
     * @param holder 0 for the whole key, 1 to 3 for a share
     * @param signed the header with the signed request
     * @param contentType the media type of the body
     * @throws AuthorityFault with a code for everything that is wrong with request or body
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses
     */
    public Answer evaluate(String domain, int holder, @Nullable String signed, String contentType, InputStream body) {
        VerifiedRequest request = requests.verify(signed, RequestClaims.Kind.EVALUATION);
        if (!request.domain().text().equals(domain)) {
            throw intake.refused(
                    request, new AuthorityFault(AuthorityErrorCode.REQUEST_MISMATCH, Map.of("claim", "domain")));
        }
        Optional<DomainKey> key = keys.find(request.domain(), holder)
                .filter(held -> request.client().domains().contains(held.domain()));
        Request asked = Request.plain(
                        request.actor(),
                        Action.EVALUATE_PSEUDONYMS,
                        Purpose.CHILD_SUPPORT,
                        Optional.of(request.client().municipality()))
                .with("pseudonym_domain", request.domain().text());
        if (key.isEmpty()) {
            // On the record; the answer does not say whether the domain is another's or nobody's.
            gate.decide(asked.with("domain_of", "other"));
            throw new AuthorityFault(AuthorityErrorCode.DOMAIN_UNKNOWN);
        }
        gate.demand(asked.with("domain_of", "self"));
        try {
            return evaluate(request, key.get(), intake.read(request, contentType, body));
        } catch (AuthorityFault fault) {
            throw intake.refused(request, fault);
        }
    }

    private Answer evaluate(VerifiedRequest request, DomainKey key, byte[] bytes) {
        BatchBody batch = BatchBody.read(bytes);
        if (key.holder() > 0 && batch.mode() != OprfMode.VOPRF) {
            throw new AuthorityFault(AuthorityErrorCode.SUITE);
        }
        QuarkusTransaction.requiringNew().run(() -> enter(request, key, batch));
        try {
            return new Answer(key, batch.mode(), key.key().evaluate(batch.mode(), batch.elements()));
        } catch (OprfException refused) {
            throw new IllegalStateException("the elements were checked when they were read", refused);
        }
    }

    private void enter(VerifiedRequest request, DomainKey key, BatchBody batch) {
        int elements = batch.elements().size();
        intake.take(request, List.of(key.domain()), elements);
        ledger.append(
                request.actor(),
                new AuthorityEvent.BatchEvaluated(
                        request, key.holder(), batch.mode().name().toLowerCase(Locale.ROOT), elements));
    }
}
