package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.pseudonymise.AskException.Reason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What an answer other than 200 means (docs/authority.md section 4). */
final class Refusal {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    /** Longest code that is shown. */
    private static final int LONGEST_CODE = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    static AskException of(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String code = status + " " + code(answer.body());
        Optional<Duration> wait = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        if (status == TOO_MANY) {
            return new AskException(Reason.QUOTA, code, wait);
        }
        if (status >= FIRST_SERVER_ERROR || status == CONFLICT) {
            return new AskException(Reason.UNREACHABLE, code, wait);
        }
        return new AskException(Reason.REFUSED, code, wait);
    }

    private static String code(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String code = problem.path("code").asText();
            String rules = problem.has("rules") ? " " + problem.path("rules") : "";
            String shown = (code + rules).replaceAll("[^A-Za-z0-9_ ,.\\[\\]-]", "");
            return shown.substring(0, Math.min(LONGEST_CODE, shown.length()));
        } catch (IOException notJson) {
            return "";
        }
    }
}
