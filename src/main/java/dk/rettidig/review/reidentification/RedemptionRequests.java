package dk.rettidig.review.reidentification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ApprovedKeys;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.Sha256;
import dk.rettidig.seal.VerifyingKey;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who redeems: the registry whose approved key signed the request. Every failure before that looks the same from
 * outside, is counted per minute and enters nothing.
 */
@ApplicationScoped
class RedemptionRequests {

    private static final Set<String> CLAIMS = Set.of("iss", "jti", "sha256", "iat");
    private static final Duration OLDEST = Duration.ofMinutes(15);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Seconds since 1970 up to the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ApprovedKeys keys;
    private final Ledger ledger;
    private final Clock clock;
    private final NavigableMap<Instant, Long> unverified = new ConcurrentSkipListMap<>();

    RedemptionRequests(ApprovedKeys keys, Ledger ledger, Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Verifies the header over the body. */
    RedemptionRequest verify(@Nullable String header, byte[] body) {
        if (header == null || header.isBlank()) {
            throw counted(ReidentificationErrorCode.REQUEST_MISSING);
        }
        ApprovedKeys.ApprovedKey key;
        JsonNode claims;
        try {
            Jws jws = Jws.parse(header.strip());
            if (!jws.type().map(RedemptionRequest.TYPE::equals).orElse(false)) {
                throw new SealException(SealException.Reason.TYPE_REFUSED, "expected a request for a redemption");
            }
            key = keys.approved(jws.keyId().value())
                    .orElseThrow(
                            () -> new SealException(SealException.Reason.KEY_UNKNOWN, "no approved key has this id"));
            claims = object(jws.verify(VerifyingKey.parse(key.publicKey())));
        } catch (SealException invalid) {
            throw counted(ReidentificationErrorCode.REQUEST_UNVERIFIED);
        }
        return read(claims, key, body);
    }

    private RedemptionRequest read(JsonNode claims, ApprovedKeys.ApprovedKey key, byte[] body) {
        Set<String> named = new TreeSet<>();
        claims.fieldNames().forEachRemaining(named::add);
        String id = claims.path("jti").asText();
        JsonNode iat = claims.path("iat");
        boolean moment = iat.isIntegralNumber() && iat.canConvertToLong() && Math.abs(iat.longValue()) <= LATEST;
        if (!named.equals(CLAIMS) || !id.matches("[A-Za-z0-9._:~-]{1,128}") || !moment) {
            throw malformed("*");
        }
        Instant issued = Instant.ofEpochSecond(iat.longValue());
        Instant now = clock.instant();
        if (issued.isBefore(now.minus(OLDEST)) || issued.isAfter(now.plus(AHEAD))) {
            throw counted(ReidentificationErrorCode.REQUEST_EXPIRED);
        }
        if (!claims.path("iss").asText().equals(key.registry().value())) {
            throw mismatch("iss");
        }
        if (!claims.path("sha256").asText().equals(Sha256.hex(body))) {
            throw mismatch("sha256");
        }
        return new RedemptionRequest(
                new Actor.Registry(key.registry(), key.municipality()),
                Sha256.hex(id),
                new String(body, StandardCharsets.US_ASCII).strip());
    }

    private static JsonNode object(byte[] payload) {
        try {
            JsonNode claims = JSON.readTree(payload);
            if (claims != null && claims.isObject()) {
                return claims;
            }
        } catch (IOException notJson) {
            throw malformed("*");
        }
        throw malformed("*");
    }

    private static ReidentificationFault malformed(String claim) {
        return new ReidentificationFault(ReidentificationErrorCode.REQUEST_MALFORMED, Map.of("claim", claim));
    }

    private static ReidentificationFault mismatch(String claim) {
        return new ReidentificationFault(ReidentificationErrorCode.REQUEST_MISMATCH, Map.of("claim", claim));
    }

    private ReidentificationFault counted(ReidentificationErrorCode reason) {
        unverified.merge(clock.instant().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
        return new ReidentificationFault(reason);
    }

    /** Enters the minutes that are over. What cannot be entered now is entered the next time. */
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void flush() {
        Instant current = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (Instant minute : unverified.headMap(current).keySet()) {
            Long attempts = unverified.get(minute);
            if (attempts != null) {
                ledger.appendCommitted(
                        new Actor.Scheduler(), new ReidentificationEvent.RequestsUnverified(minute, attempts));
                unverified.remove(minute);
            }
        }
    }
}
