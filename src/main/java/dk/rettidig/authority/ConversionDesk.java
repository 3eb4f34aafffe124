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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts a batch: evaluates the same blinded elements with the keys of two domains, each with its proof, so that whoever
 * holds the numbers gets pairs and the authority sees neither number nor pseudonym (ADR 0111). One decision, one entry.
 */
@ApplicationScoped
public class ConversionDesk {

    private final RequestVerification requests;
    private final DomainKeys keys;
    private final BatchIntake intake;
    private final Gate gate;
    private final Ledger ledger;

    ConversionDesk(RequestVerification requests, DomainKeys keys, BatchIntake intake, Gate gate, Ledger ledger) {
        this.requests = requests;
        this.keys = keys;
        this.intake = intake;
        this.gate = gate;
        this.ledger = ledger;
    }

    /** An evaluation with the key of each domain, of the same elements in the same order. */
    public record Answer(EvaluationDesk.Answer from, EvaluationDesk.Answer to) {}

    private record Keys(DomainKey from, DomainKey to) {}

    /**
     * Converts.
     *
     * @param domain as in the path
     * @param holder 0 for whole keys, 1 to 3 for shares
     * @param signed the header with the signed request
     * @param contentType the media type of the body
     * @throws AuthorityFault with a code for everything that is wrong with request or body
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses
     */
    public Answer convert(String domain, int holder, @Nullable String signed, String contentType, InputStream body) {
        VerifiedRequest request = requests.verify(signed, RequestClaims.Kind.CONVERSION);
        if (!request.domain().text().equals(domain)) {
            throw intake.refused(
                    request, new AuthorityFault(AuthorityErrorCode.REQUEST_MISMATCH, Map.of("claim", "domain")));
        }
        Optional<Keys> held = keys(request, holder);
        Request asked = Request.plain(
                        request.actor(),
                        Action.CONVERT_PSEUDONYMS,
                        Purpose.CHILD_SUPPORT,
                        Optional.of(request.client().municipality()))
                .with("pseudonym_domain", request.domain().text())
                .with("to_domain", request.to().orElseThrow().text());
        if (held.isEmpty()) {
            // On the record; the answer does not say whether a key is missing or the registration.
            gate.decide(asked.with("domain_of", "other"));
            throw new AuthorityFault(AuthorityErrorCode.DOMAIN_UNKNOWN);
        }
        gate.demand(asked.with("domain_of", "self"));
        try {
            return convert(request, held.get(), intake.read(request, contentType, body));
        } catch (AuthorityFault fault) {
            throw intake.refused(request, fault);
        }
    }

    private Optional<Keys> keys(VerifiedRequest request, int holder) {
        return request.to()
                .filter(to -> request.client().mayConvert(request.domain(), to))
                .flatMap(to -> keys.find(to, holder))
                .flatMap(to -> keys.find(request.domain(), holder).map(from -> new Keys(from, to)));
    }

    private Answer convert(VerifiedRequest request, Keys held, byte[] bytes) {
        BatchBody batch = BatchBody.readConversion(bytes);
        if (batch.mode() != OprfMode.VOPRF) {
            throw new AuthorityFault(AuthorityErrorCode.SUITE);
        }
        if (!batch.to().equals(request.to().map(Object::toString))) {
            throw new AuthorityFault(AuthorityErrorCode.REQUEST_MISMATCH, Map.of("claim", "to"));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            int elements = batch.elements().size();
            intake.take(request, List.of(held.from().domain(), held.to().domain()), elements);
            ledger.append(
                    request.actor(),
                    new AuthorityEvent.BatchConverted(request, held.from().holder(), elements));
        });
        return new Answer(evaluated(held.from(), batch), evaluated(held.to(), batch));
    }

    private static EvaluationDesk.Answer evaluated(DomainKey key, BatchBody batch) {
        try {
            Evaluation evaluation = key.key().evaluate(OprfMode.VOPRF, batch.elements());
            return new EvaluationDesk.Answer(key, OprfMode.VOPRF, evaluation);
        } catch (OprfException refused) {
            throw new IllegalStateException("the elements were checked when they were read", refused);
        }
    }
}
