package dk.rettidig.crash;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A registry of municipality 999 with a key and one feed, both filed by two people over HTTP.
 *
 * @param feed also the id of the registry
 * @param delimiter of its CSV; with a semicolon the decimal mark is a comma
 */
record Registry(
        String feed,
        String sourceKind,
        Set<String> indicators,
        String basis,
        String scope,
        char delimiter,
        SigningKey key) {

    /** Farther back than any window of the synthetic feeds. Days. */
    private static final int DAYS_BACK = 1500;

    private static final int DAYS_AHEAD = 200;

    Registry {
        indicators = Set.copyOf(indicators);
    }

    /** A registry that delivers about children who were notified. */
    static Registry of(String feed, String sourceKind, char delimiter, Set<String> indicators) {
        return new Registry(
                feed,
                sourceKind,
                indicators,
                "lb.demo.notified",
                "notified",
                delimiter,
                SigningKey.generate(new SecureRandom()));
    }

    /** Proposes and approves key and agreement. */
    void register(Person dataTeam, Person teamLeader) {
        String keys = "/api/v1/registries/" + feed + "/keys";
        Answer proposed =
                dataTeam.post(keys, Map.of("public_key", key.verifyingKey().text()));
        require(proposed);
        require(teamLeader.post(keys + "/" + proposed.text("kid") + "/approval", Map.of()));
        require(dataTeam.post("/api/v1/feeds", agreement()));
        require(teamLeader.post("/api/v1/feeds/" + feed + "/approval", Map.of()));
    }

    Map<String, Object> agreement() {
        Map<String, Object> agreement = new TreeMap<>();
        agreement.put("id", feed);
        agreement.put("registry", feed);
        agreement.put("source_kind", sourceKind);
        agreement.put("indicators", List.copyOf(indicators));
        agreement.put("basis", basis);
        agreement.put("phase", "demo");
        agreement.put("scope", scope);
        agreement.put("synthetic", true);
        agreement.put("delimiter", String.valueOf(delimiter));
        agreement.put("decimal_mark", delimiter == ';' ? "," : ".");
        agreement.put("maximum_age_days", DAYS_BACK + 10);
        return agreement;
    }

    private static void require(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("registration failed: " + answer);
        }
    }

    /** A signed delivery of these bytes. */
    Parcel parcel(String id, String contentType, byte[] wire, long rows) {
        return new Parcel(feed, contentType, note(id, sha256(wire), rows).signedWith(key), wire);
    }

    /** A signed delivery of NDJSON, one row a line. */
    Parcel parcel(String id, String rows) {
        return parcel(
                id,
                "application/x-ndjson",
                rows.getBytes(StandardCharsets.UTF_8),
                rows.lines().count());
    }

    DeliveryNote note(String id, Digest digest, long rows) {
        return new DeliveryNote(
                new RegistryId(feed),
                new NoteId(id),
                new FeedId(feed),
                MunicipalityCode.SYNTHETIC,
                new Period(today().minusDays(DAYS_BACK), today().plusDays(DAYS_AHEAD)),
                indicators.stream().map(IndicatorId::new).collect(Collectors.toSet()),
                rows,
                DeliveryMode.DELTA,
                digest,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The Danish day, by which the service judges periods and scope. */
    static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Europe/Copenhagen"));
    }

    static Digest sha256(byte[] wire) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(wire));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
