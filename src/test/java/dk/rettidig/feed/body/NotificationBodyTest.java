package dk.rettidig.feed.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RowCode;
import dk.rettidig.gate.ShippedPolicies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of notifications that are delivered. */
class NotificationBodyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CHILD = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE";

    @TempDir
    Path spill;

    private static String row(String called, String received, String rest) {
        return "{\"notification\":\"" + called + "\",\"pseudonym\":\"" + CHILD + "\",\"received_at\":\"" + received
                + "\",\"notifier\":\"N01\",\"causes\":[\"R03\"]" + rest + "}\n";
    }

    private NotificationBody read(String body) throws IOException, BodyRejected {
        byte[] wire = body.getBytes(StandardCharsets.UTF_8);
        BodyReader reader = new BodyReader(BodyLimits.DEFAULT, new SecureRandom(), spill);
        RowRules rules = new RowRules(
                ShippedPolicies.get().indicators(),
                Set.of(),
                Set.of(),
                new Period(LocalDate.parse("2025-11-01"), LocalDate.parse("2026-12-31")),
                LocalDate.parse("2026-11-23"),
                NOW.plusSeconds(300),
                NOW,
                new CsvConvention(',', '.'));
        return reader.readNotifications(
                new ByteArrayInputStream(wire),
                new BodyReader.Expected(
                        BodyReader.Format.NDJSON, false, body.lines().count(), digest(wire)),
                rules);
    }

    private static Digest digest(byte[] wire) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(wire));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<RowCode> fault(String body) throws IOException, BodyRejected {
        Quarantine quarantine = read(body).filed(row -> Optional.empty()).quarantine();
        return quarantine.total() == 0 ? Optional.empty() : Optional.of(quarantine.code(0));
    }

    @ParameterizedTest
    @CsvSource({
        // The hour that comes twice in October is two moments, an hour apart.
        "2026-10-25T02:30:00+02:00, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z",
        // The hour that is not there in March is a moment all the same, because the offset says which.
        "2026-03-29T02:30:00+01:00, 2026-03-29T01:30:00Z",
        "2026-03-29T03:30:00+02:00, 2026-03-29T01:30:00Z",
        "2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z"
    })
    void theOffsetSaysWhichHourItWas(String received, Instant moment) throws IOException, BodyRejected {
        assertThat(read(row("A-1", received, "")).rows().getFirst().receivedAt())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T02:30:00, RECEIVED_MALFORMED",
        "2026-10-25 02:30, RECEIVED_MALFORMED",
        "2026-02-30T10:00:00Z, RECEIVED_MALFORMED",
        "2026-11-23T09:06:00Z, RECEIVED_IN_FUTURE",
        "2025-10-31T22:30:00Z, PERIOD_OUTSIDE_NOTE"
    })
    void aMomentThatCannotBeStaysOut(String received, RowCode code) throws IOException, BodyRejected {
        assertThat(fault(row("A-1", received, ""))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"incident\":\"a b\"|REFERENCE_MALFORMED",
                ",\"household\":\"Parkvej12\"|REFERENCE_MALFORMED",
                ",\"household\":\"h\\u00e5\"|REFERENCE_MALFORMED",
                ",\"name\":\"x\"|FIELD_UNKNOWN",
                ",\"marks\":\"abuse\"|MALFORMED",
                ",\"marks\":[1]|MALFORMED",
                ",\"marks\":[[\"abuse\"]]|MALFORMED",
                ",\"anonymous\":\"yes\"|MALFORMED",
                ",\"notifier\":\"N02\"|MALFORMED",
                ",\"letter\":{\"a\":1}|MALFORMED"
            })
    void whatIsNotOfTheFormStaysOut(String rest, RowCode code) throws IOException, BodyRejected {
        assertThat(fault(row("A-1", "2026-11-23T08:00:00Z", rest))).contains(code);
    }

    @Test
    void whatIsMissingStaysOut() throws IOException, BodyRejected {
        String whole = row("A-1", "2026-11-23T08:00:00Z", "");
        assertThat(fault(whole)).isEmpty();
        for (String field : Set.of("notification", "pseudonym", "received_at", "notifier", "causes")) {
            assertThat(fault(whole.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*])", "\"" + field + "\":null")))
                    .as(field)
                    .contains(RowCode.FIELD_MISSING);
        }
        assertThat(fault("[]\n")).contains(RowCode.MALFORMED);
        assertThat(fault(whole.replace(CHILD, CHILD.substring(1)))).contains(RowCode.PSEUDONYM_LENGTH);
        assertThat(fault(whole.replace(CHILD, CHILD.replaceFirst("A", "!")))).contains(RowCode.PSEUDONYM_ALPHABET);
    }

    @Test
    void theSameIdTwiceIsOneAndWithOtherContentTheFirst() throws IOException, BodyRejected {
        String first = row("A-1", "2026-11-23T08:00:00Z", "");
        NotificationBody body = read(first + first + first.replace("R03", "R04"));

        Tally tally = body.filed(row -> Optional.empty());

        assertThat(tally.valid()).isEqualTo(1);
        assertThat(tally.repeated()).isEqualTo(1);
        assertThat(tally.quarantine().total()).isEqualTo(1);
        assertThat(tally.quarantine().line(0)).isEqualTo(3);
        assertThat(tally.quarantine().code(0)).isEqualTo(RowCode.NOTIFICATION_CONFLICTS);
        assertThat(body.rows().getFirst().causes()).containsExactly("R03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"letter\":\"310290-1234\"",
                ",\"incident\":\"310290.1234\",\"household\":\"3102901234\"",
                ",\"letter\":\"\\u0033102901234\"",
                ",\"name\":3102901234",
                ",\"marks\":[\"310290-1234\"]",
                ",\"marks\":[3.102901234e9]"
            })
    void whatCouldBeACprNumberEndsTheDelivery(String rest) {
        assertThatThrownBy(() -> read(row("A-1", "2026-11-23T08:00:00Z", rest)))
                .isInstanceOfSatisfying(
                        BodyRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.CPR_NUMBER_FOUND));
    }
}
