package dk.rettidig.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a registry says about a delivery before it sends it: the claims of the compact JWS (RFC 7515, RFC 7519) in the
 * header {@code Rettidig-Delivery-Note}.
 *
 * @param registry claim {@code iss}
 * @param id claim {@code jti}, the idempotency key
 * @param rows claim {@code rows}: all rows of the body, good or bad, without header and empty lines
 * @param sha256 claim {@code sha256}: over the bytes on the wire, compressed if they are
 * @param domain claim {@code domain}, left out by who means the current one: whose key made the pseudonyms
 * @param issuedAt claim {@code iat}: what {@code known_at} is when a row has none
 */
public record DeliveryNote(
        RegistryId registry,
        NoteId id,
        FeedId feed,
        MunicipalityCode municipality,
        Period period,
        Set<IndicatorId> indicators,
        long rows,
        DeliveryMode mode,
        Digest sha256,
        Instant issuedAt,
        Optional<PseudonymDomain> domain) {

    /** The header that carries the note. */
    public static final String HEADER = "Rettidig-Delivery-Note";

    /** The {@code typ} that our own tools write; a note without {@code typ} is accepted. */
    public static final String TYPE = "rettidig-delivery-note+jwt";

    private static final ObjectMapper JSON = new ObjectMapper();

    public DeliveryNote {
        indicators = Set.copyOf(indicators);
        if (indicators.isEmpty() || rows < 0) {
            throw new IllegalArgumentException("a note names indicators and a number of rows");
        }
    }

    /** A note that means the current domain. */
    public DeliveryNote(
            RegistryId registry,
            NoteId id,
            FeedId feed,
            MunicipalityCode municipality,
            Period period,
            Set<IndicatorId> indicators,
            long rows,
            DeliveryMode mode,
            Digest sha256,
            Instant issuedAt) {
        this(registry, id, feed, municipality, period, indicators, rows, mode, sha256, issuedAt, Optional.empty());
    }

    /** The same note, about pseudonyms of this domain. */
    public DeliveryNote in(PseudonymDomain named) {
        return new DeliveryNote(
                registry, id, feed, municipality, period, indicators, rows, mode, sha256, issuedAt, Optional.of(named));
    }

    /** The note as a compact JWS. */
    public String signedWith(SigningKey key) {
        return Jws.sign(key, TYPE, claims().toString().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode claims() {
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", registry.value())
                .put("jti", id.value())
                .put("feed", feed.value())
                .put("municipality", municipality.value());
        claims.putObject("period")
                .put("from", period.from().toString())
                .put("to", period.to().toString());
        new TreeSet<>(indicators)
                .forEach(indicator -> claims.withArrayProperty("indicators").add(indicator.value()));
        domain.ifPresent(named -> claims.put("domain", named.text()));
        return claims.put("rows", rows)
                .put("mode", mode.id())
                .put("sha256", sha256.text())
                .put("iat", issuedAt.getEpochSecond());
    }
}
