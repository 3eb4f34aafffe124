package dk.rettidig.cli.companion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.cli.companion.ChildDesk.Entered;
import dk.rettidig.cli.companion.ChildDesk.Stay;
import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.cli.companion.Guard.Denial;
import dk.rettidig.cli.vault.Admission;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code POST /api/pseudonyms}: the same for programs on this machine, by a token that its owner may read. */
final class ProgramRoute {

    static final String PATH = "/api/pseudonyms";

    private static final int MOST_NUMBERS = 100;
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> MEMBERS = Set.of("numbers", "why", "expires");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(4).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ChildDesk desk;
    private final VaultDoor door;
    private final Optional<String> token;
    private final Supplier<LocalDate> today;

    /** A route that is closed to everybody when there is no token. */
    ProgramRoute(ChildDesk desk, VaultDoor door, Optional<String> token, Supplier<LocalDate> today) {
        this.desk = desk;
        this.door = door;
        this.token = token;
        this.today = today;
    }

    /** What was asked for in the right form. */
    private record Asked(List<VaultIdentity.Numbered> children, Stay stay) {}

    Answer answer(Incoming request) throws IOException, InterruptedException {
        Optional<Denial> denial = denial(request);
        if (denial.isPresent()) {
            return denied(denial.get());
        }
        if (door.isLocked()) {
            return refused(new CompanionException(Reason.LOCKED));
        }
        door.touch();
        ObjectNode problem = JSON.createObjectNode();
        Optional<Asked> asked = read(request.body(), problem);
        if (asked.isEmpty()) {
            return Answer.json(UNPROCESSABLE, problem.toString());
        }
        try {
            return answered(desk.enter(asked.get().children(), asked.get().stay()));
        } catch (CompanionException refused) {
            return refused(refused);
        }
    }

    private Optional<Denial> denial(Incoming request) {
        if (token.isEmpty()) {
            return Optional.of(Denial.ADDRESS_UNKNOWN);
        }
        if (Guard.isOfABrowser(request)) {
            return Optional.of(Denial.FROM_ANOTHER_SITE);
        }
        String given = request.header("Authorization").orElse("");
        if (!Secrets.same(given, "Bearer " + token.get())) {
            return Optional.of(Denial.TOKEN_REFUSED);
        }
        if (!request.isPost()) {
            return Optional.of(Denial.METHOD_NOT_ALLOWED);
        }
        return request.isOf("application/json") ? Optional.empty() : Optional.of(Denial.MEDIA_TYPE_UNSUPPORTED);
    }

    static Answer denied(Denial denial) {
        return Answer.json(
                denial.status(),
                JSON.createObjectNode().put("code", denial.code()).toString());
    }

    private static Answer refused(CompanionException refused) {
        Answer answer = Answer.json(
                refused.reason().status(),
                JSON.createObjectNode().put("code", refused.reason().code()).toString());
        return refused.retryAfter()
                .map(Duration::toSeconds)
                .map(seconds -> answer.with("Retry-After", Long.toString(Math.max(1, seconds))))
                .orElse(answer);
    }

    private Optional<Asked> read(byte[] body, ObjectNode problem) {
        try {
            JsonNode content = JSON.readTree(body);
            boolean known = content != null && content.isObject();
            for (var names = known ? content.fieldNames() : List.<String>of().iterator(); names.hasNext(); ) {
                known &= MEMBERS.contains(names.next());
            }
            JsonNode numbers = known ? content.path("numbers") : JSON.missingNode();
            if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
                problem.put("code", "body_malformed");
                return Optional.empty();
            }
            return asked(content, numbers, problem);
        } catch (IOException notJson) {
            problem.put("code", "body_malformed");
            return Optional.empty();
        }
    }

    private Optional<Asked> asked(JsonNode content, JsonNode numbers, ObjectNode problem) {
        List<VaultIdentity.Numbered> children = new ArrayList<>();
        for (JsonNode number : numbers) {
            String text = number.isTextual() ? number.textValue() : "";
            switch (Admission.read(text, today.get())) {
                case Admission.Admitted admitted -> children.add(new VaultIdentity.Numbered(admitted.number()));
                case Admission.TurnedAway away -> {
                    problem.put("code", "number_refused")
                            .put("index", children.size())
                            .put("defect", away.code());
                    return Optional.empty();
                }
            }
        }
        Optional<String> why = Admission.why(content.path("why").asText());
        Optional<LocalDate> until = Admission.until(content.path("expires").asText(), today.get());
        if (why.isEmpty() || until.isEmpty()) {
            problem.put("code", why.isEmpty() ? "why_refused" : "expires_refused");
            return Optional.empty();
        }
        return Optional.of(new Asked(children, new Stay(why.get(), until.get())));
    }

    private Answer answered(List<Entered> entered) {
        ObjectNode content = JSON.createObjectNode().put("domain", desk.domain().text());
        ArrayNode pseudonyms = content.putArray("pseudonyms");
        entered.forEach(each -> pseudonyms.add(each.entry().pseudonym().text()));
        content.put("added", entered.stream().filter(Entered::fresh).count());
        return Answer.json(200, content.toString());
    }
}
