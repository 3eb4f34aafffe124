package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.conversion.VaultSender;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sender cannot tell from an answer, its size or its time whether a child is in scope. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ScopeSilenceIT {

    private static final int TURNS = 7;
    private static final long HALF_A_SECOND = 500;

    @BeforeEach
    void sendBytesAsTheyAre() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));
    }

    @Test
    void answersForChildrenInAndOutOfScopeDifferInIdAndTimeOnly() throws SQLException {
        Sender scope = Sender.notifications();
        Sender school = Sender.school();
        scope.send(Sender.scopeRow(15, "\"value\":1"));
        List<Long> inScopeMillis = new ArrayList<>();
        List<Long> outOfScopeMillis = new ArrayList<>();

        for (int day = 0; day < TURNS; day++) {
            String known = "\"value\":0.5,\"known_at\":\"2026-01-0" + (day + 1) + "T00:00:00Z\"";
            Response inScope = school.send(school.row(15, known));
            Response outOfScope = school.send(school.row(16, known));

            assertThat(headers(outOfScope)).isEqualTo(headers(inScope));
            assertThat(outOfScope.asByteArray().length - numbersLength(outOfScope))
                    .isEqualTo(inScope.asByteArray().length - numbersLength(inScope));
            inScopeMillis.add(inScope.time());
            outOfScopeMillis.add(outOfScope.time());
        }

        assertThat(stored(15)).isEqualTo(TURNS);
        assertThat(stored(16)).isZero();
        // A receipt waits for its checkpoint, of which there is one a second: a row more or less is not to be seen in
        // that.
        assertThat(Math.abs(median(inScopeMillis) - median(outOfScopeMillis))).isLessThan(HALF_A_SECOND);
    }

    @Test
    void answersOfASourceWithADomainOfItsOwnDifferInIdAndTimeOnly() throws SQLException {
        Sender scope = Sender.notifications();
        Sender school = Sender.school("silence");
        VaultSender vault = VaultSender.registered();
        scope.send(Sender.scopeRow(15, "\"value\":1") + Sender.scopeRow(16, "\"value\":1"));
        // 715 is named and in scope; 717 is named and not in scope; 716 is in scope and has no name.
        vault.source(
                "silence",
                VaultSender.pair(Sender.pseudonym(715), Sender.pseudonym(15))
                        + VaultSender.pair(Sender.pseudonym(717), Sender.pseudonym(17)));
        int before = stored(15);

        for (int day = 0; day < TURNS; day++) {
            String known = "\"value\":0.5,\"known_at\":\"2026-03-0" + (day + 1) + "T00:00:00Z\"";
            Response named = school.send(school.row(715, known));
            for (int child : new int[] {716, 717, 718}) {
                Response other = school.send(school.row(child, known));
                assertThat(headers(other)).isEqualTo(headers(named));
                assertThat(other.jsonPath().getMap("rows"))
                        .isEqualTo(named.jsonPath().getMap("rows"));
                assertThat(other.asByteArray().length - numbersLength(other))
                        .isEqualTo(named.asByteArray().length - numbersLength(named));
            }
        }

        assertThat(stored(15) - before).isEqualTo(TURNS);
        assertThat(stored(17) + stored(715) + stored(716) + stored(717)).isZero();
    }

    /** Length and correlation id depend on the numbers of the entry and on chance. */
    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        headers.keySet().removeAll(Set.of("content-length", "rettidig-correlation-id", "date"));
        return headers;
    }

    /** How many digits the entry's place and the checkpoint's size have: what is known of a later delivery anyway. */
    private static int numbersLength(Response answer) {
        String place = answer.jsonPath().getString("entry.leaf_index");
        String size = answer.jsonPath().getString("entry.tree_size");
        return place.length() + 2 * size.length();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static int stored(int child) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from observation where pseudonym = ?")) {
            count.setBytes(1, Base64.getUrlDecoder().decode(Sender.pseudonym(child)));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
