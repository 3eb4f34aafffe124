package dk.rettidig.authority;

import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What evaluations and conversions have in common: the body under its digest, the request's one use, the day's quota. */
@ApplicationScoped
class BatchIntake {

    private final Batches batches;
    private final Erasures erasures;
    private final Ledger ledger;
    private final Clock clock;

    BatchIntake(Batches batches, Erasures erasures, Ledger ledger, Clock clock) {
        this.batches = batches;
        this.erasures = erasures;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The body's bytes, which are those that the request was signed for. */
    byte[] read(VerifiedRequest request, String contentType, InputStream body) {
        if (!contentType.toLowerCase(Locale.ROOT).matches("application/json( *;.*)?")) {
            throw new AuthorityFault(AuthorityErrorCode.MEDIA_TYPE);
        }
        byte[] bytes = bytes(body);
        if (!Sha256.hex(bytes).equals(request.sha256())) {
            throw new AuthorityFault(AuthorityErrorCode.REQUEST_MISMATCH, Map.of("claim", "sha256"));
        }
        return bytes;
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BatchBody.LARGEST_BYTES + 1);
            if (bytes.length > BatchBody.LARGEST_BYTES) {
                throw new AuthorityFault(AuthorityErrorCode.BATCH_TOO_LARGE);
            }
            return bytes;
        } catch (IOException cut) {
            throw new AuthorityFault(AuthorityErrorCode.BODY_MALFORMED);
        }
    }

    /**
     * Uses the request up and takes its elements from the quota of each domain, in the caller's transaction, which must fail
     * with the fault. A domain that two people erased is unknown, whatever this replica still holds.
     */
    void take(VerifiedRequest request, List<PseudonymDomain> domains, int elements) {
        Instant now = clock.instant();
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        Client client = request.client();
        if (domains.stream().anyMatch(erasures::isErased)) {
            throw new AuthorityFault(AuthorityErrorCode.DOMAIN_UNKNOWN);
        }
        if (!batches.use(client.keyId(), request.idDigest(), now)) {
            throw new AuthorityFault(AuthorityErrorCode.BATCH_REPLAYED);
        }
        for (PseudonymDomain domain : domains) {
            if (!batches.take(client.keyId(), domain, day, elements, client.quota())) {
                long wait = Duration.between(now, day.plusDays(1).atStartOfDay(ZoneOffset.UTC))
                                .toSeconds()
                        + 1;
                throw new AuthorityFault(AuthorityErrorCode.QUOTA, Map.of("retry_after_seconds", wait));
            }
        }
    }

    /** Puts a refusal on the record before it is told. */
    AuthorityFault refused(VerifiedRequest request, AuthorityFault fault) {
        ledger.appendCommitted(request.actor(), new AuthorityEvent.BatchRefused(request, fault.reason()));
        return fault;
    }
}
