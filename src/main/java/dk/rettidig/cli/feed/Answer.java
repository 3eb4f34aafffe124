package dk.rettidig.cli.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.RowCode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Puts the service's answer to one file into words: Danish first, English beside it. */
final class Answer {

    private static final int HIGHEST_OF_SUCCESS = 299;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LOWEST_OF_SERVER = 500;

    /** Longest wait that a service can ask for; beyond it, it is asked again anyway. Seconds. */
    private static final long LONGEST_WAIT = 300;

    /** Problems that another try, and nothing else, can mend. */
    private static final Set<String> PASSING =
            Set.of(FeedErrorCode.IN_PROGRESS.code(), FeedErrorCode.CONNECTION_CUT.code());

    /** Members of a problem that say where and what, shown when they are there. */
    private static final List<String> PLACES =
            List.of("line", "claim", "expected", "expected_rows", "found_rows", "maximum_age_days", "current", "rules");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final HttpResponse<byte[]> response;
    private final String text;
    private final JsonNode body;

    Answer(String file, HttpResponse<byte[]> response) {
        this.file = file;
        this.response = response;
        this.text = new String(response.body(), StandardCharsets.UTF_8);
        this.body = parsed(text);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    Outcome outcome() {
        if (response.statusCode() > HIGHEST_OF_SUCCESS) {
            return problem();
        }
        return body.path("rows").has("valid") ? receipt() : notOurs();
    }

    private Outcome receipt() {
        JsonNode rows = body.path("rows");
        long quarantined = rows.path("quarantined").asLong();
        List<String> details = new ArrayList<>();
        details.add("leverance / delivery " + body.path("delivery_id").asText() + ", indførsel / entry "
                + body.path("entry").path("leaf_index").asLong());
        JsonNode listed = body.path("quarantine").path("rows");
        listed.forEach(row -> details.add("linje / line " + row.path("line").asLong() + ": "
                + row.path("code").asText() + ", " + words(row.path("code").asText())));
        if (quarantined > listed.size()) {
            details.add("alle / all: " + body.path("quarantine").path("href").asText());
        }
        return new Outcome(
                quarantined == 0 ? Outcome.Kind.TAKEN : Outcome.Kind.HELD_BACK,
                file + ": " + rows.path("valid").asLong() + " rækker modtaget, " + quarantined + " tilbageholdt, "
                        + rows.path("repeated").asLong() + " gentaget / rows received, quarantined, repeated",
                details,
                text,
                Duration.ZERO);
    }

    /** A 200 that is no receipt: another program, a sign-in page or a proxy answers at this address. */
    private Outcome notOurs() {
        return new Outcome(
                Outcome.Kind.AWAY,
                file + ": svaret er ingen kvittering / the answer is no receipt",
                List.of("Er --url tjenestens adresse?", "Is --url the address of the service?"),
                text,
                Duration.ZERO);
    }

    private Outcome problem() {
        String code = body.path("code").asText();
        List<String> details = new ArrayList<>();
        for (String title : List.of("title_da", "title_en")) {
            if (body.hasNonNull(title)) {
                details.add(body.path(title).asText());
            }
        }
        for (String name : PLACES) {
            if (body.has(name)) {
                details.add((name.equals("line") ? "linje / line" : name) + ": " + body.path(name));
            }
        }
        return new Outcome(
                kind(code), (file + ": " + response.statusCode() + " " + code).strip(), details, text, pause());
    }

    private Outcome.Kind kind(String code) {
        int status = response.statusCode();
        if (PASSING.contains(code)) {
            return Outcome.Kind.LATER;
        }
        return status >= LOWEST_OF_SERVER || status == TOO_MANY_REQUESTS ? Outcome.Kind.AWAY : Outcome.Kind.REFUSED;
    }

    private Duration pause() {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_WAIT)))
                .orElse(Duration.ZERO);
    }

    /** A quarantined row's code in words. */
    static String words(String code) {
        return Arrays.stream(RowCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> each.danish() + " / " + each.english())
                .orElse(code);
    }
}
