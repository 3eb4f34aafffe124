package dk.rettidig.authority;

import dk.rettidig.access.Actor;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks: the client whose approved key signed the request. Every failure before that looks the same from outside,
 * is counted per minute and enters nothing.
 */
@ApplicationScoped
class RequestVerification {

    private static final List<String> TYPES = List.of("rettidig-evaluation-request+jwt", "jwt", "jose");
    private static final Duration OLDEST = Duration.ofMinutes(15);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Clients clients;
    private final Ledger ledger;
    private final Clock clock;
    private final NavigableMap<Instant, Long> unverified = new ConcurrentSkipListMap<>();

    RequestVerification(Clients clients, Ledger ledger, Clock clock) {
        this.clients = clients;
        this.ledger = ledger;
        this.clock = clock;
    }

    VerifiedRequest verify(@Nullable String header, RequestClaims.Kind kind) {
        if (header == null || header.isBlank()) {
            count();
            throw new AuthorityFault(AuthorityErrorCode.REQUEST_MISSING);
        }
        try {
            Jws jws = Jws.parse(header.strip());
            Client client = approved(jws);
            VerifiedRequest request = RequestClaims.read(jws.verify(client.key()), client, kind);
            Instant now = clock.instant();
            if (request.issuedAt().isBefore(now.minus(OLDEST))
                    || request.issuedAt().isAfter(now.plus(AHEAD))) {
                count();
                throw new AuthorityFault(AuthorityErrorCode.REQUEST_EXPIRED);
            }
            return request;
        } catch (SealException invalid) {
            count();
            throw new AuthorityFault(AuthorityErrorCode.REQUEST_UNVERIFIED);
        }
    }

    private Client approved(Jws jws) throws SealException {
        boolean typed = jws.type()
                .map(type -> TYPES.contains(type.toLowerCase(Locale.ROOT)))
                .orElse(true);
        if (!typed) {
            throw new SealException(SealException.Reason.TYPE_REFUSED, "expected a request for an evaluation");
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> clients.find(jws.keyId()))
                .filter(client -> client.state() == Client.State.APPROVED)
                .orElseThrow(() -> new SealException(SealException.Reason.KEY_UNKNOWN, "no approved key has this id"));
    }

    private void count() {
        unverified.merge(clock.instant().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
    }

    /** Enters the minutes that are over. What cannot be entered now is entered the next time. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void flush() {
        Instant current = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (Instant minute : unverified.headMap(current).keySet()) {
            Long attempts = unverified.get(minute);
            if (attempts != null) {
                ledger.appendCommitted(new Actor.Scheduler(), new AuthorityEvent.RequestsUnverified(minute, attempts));
                unverified.remove(minute);
            }
        }
    }
}
