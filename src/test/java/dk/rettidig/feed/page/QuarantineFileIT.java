package dk.rettidig.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A data team with thousands of bad lines gets to see each of them: page by page, and in one file. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class QuarantineFileIT {

    /** More than a receipt names, more than a page holds, and more than one page of the file's reader. */
    private static final int BAD = 10_345;

    private static final Pattern NEXT = Pattern.compile("quarantine\\?after=(\\d+)");

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @Test
    @TestSecurity(
            user = "data",
            roles = "data_team_person",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void everyLineIsInTheFileAndReachedByThePages() throws Exception {
        Sender school = Sender.school();
        Response receipt = school.send(
                school.row(1, "\"value\":0.1") + school.row(2, "\"value\":7").repeat(BAD));
        assertThat(receipt.jsonPath().getList("quarantine.rows")).hasSize(1_000);
        String page = "/deliveries/" + receipt.jsonPath().getString("delivery_id") + "/quarantine";

        Response file = RestAssured.get(page + "/lines");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("quarantine.csv");
        assertThat(file.asString().lines())
                .hasSize(BAD + 1)
                .startsWith("linje,kode,grund")
                .anyMatch(line -> line.startsWith("2,feed_row_value_out_of_range,\""))
                .anyMatch(line -> line.startsWith((BAD + 1) + ",feed_row_value_out_of_range,\""));
        assertThat(linesByPages(page)).isEqualTo(BAD);
    }

    private static int linesByPages(String page) {
        int lines = 0;
        String at = page;
        while (!at.isEmpty()) {
            String html = RestAssured.given().accept("text/html").get(at).asString();
            assertThat(html).contains(page + "/lines");
            lines += html.split("<code>feed_row_value_out_of_range</code>", -1).length - 1;
            Matcher next = NEXT.matcher(html);
            at = next.find() ? page + "?after=" + next.group(1) : "";
        }
        return lines;
    }

    @Test
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void whoMayNotReadQuarantineGetsNoFile() throws Exception {
        Sender school = Sender.school();
        String delivery = school.send(school.row(2, "\"value\":7")).jsonPath().getString("delivery_id");

        Response file = RestAssured.get("/deliveries/" + delivery + "/quarantine/lines");

        assertThat(file.statusCode()).isEqualTo(403);
        assertThat(file.asString()).doesNotContain("feed_row_");
    }
}
