package dk.rettidig.api;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.web.Problem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Turns the codes that routes name in their descriptions into described problems. The words come from the codes
 * themselves, and a code that does not exist, or has another status, stops the build.
 */
final class ProblemAnswers {

    /** The code of the gate's refusals, which is no constant of any enum: its words are the rule's. */
    static final String REFUSED = "gate_refused";

    private static final String SEPARATOR = ", ";

    /** Answers with more codes than this are one route's own. */
    private static final int MOST_SHARED = 2;

    private final Map<String, ErrorCode> codes;

    ProblemAnswers(IndexView index) {
        this.codes = index.getAllKnownImplementations(ErrorCode.class).stream()
                .filter(ClassInfo::isEnum)
                .map(type -> type.name().toString())
                .distinct()
                .flatMap(ProblemAnswers::constants)
                .collect(Collectors.toMap(ErrorCode::code, Function.identity()));
    }

    private static java.util.stream.Stream<ErrorCode> constants(String type) {
        try {
            Class<?> loaded = Class.forName(type, true, ErrorCode.class.getClassLoader());
            return Arrays.stream(loaded.getEnumConstants()).map(ErrorCode.class::cast);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Defines the problem of a refusal. */
    void define(Components components) {
        Schema rules = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref("RefusingRule"))
                .description(
                        "The rules that refused, or default_deny when none permitted; the first one gives the title.");
        Schema policy = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("The digest of the policy set that decided.");
        components.addSchema(
                "Refusal",
                OASFactory.createSchema()
                        .description("The problem gate_refused: the gate did not permit. Other codes carry no rules.")
                        .addAllOf(OASFactory.createSchema().ref("Problem"))
                        .addType(Schema.SchemaType.OBJECT)
                        .addProperty("rules", rules)
                        .addProperty("policy", policy));
    }

    /** Adds a code to what the operation can answer. */
    void add(Operation operation, String status, String code) {
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(code));
        } else if (!codes(response).contains(code)) {
            response.setDescription(code + SEPARATOR + response.getDescription());
        }
    }

    /**
     * The answer with what its codes mean instead of the codes, and how the problem is written. What many routes answer is
     * described once and referred to.
     */
    APIResponse described(int status, APIResponse response, Components components) {
        Set<String> named = codes(response);
        response.setDescription(
                named.stream().map(code -> sentence(code, status)).collect(Collectors.joining("\n", "", "\n")));
        response.addExtension("x-problem-codes", List.copyOf(named));
        String schema = named.contains(REFUSED) ? "Refusal" : "Problem";
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema))));
        if (status == 503) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        }
        if (status == 401) {
            response.addHeader("WWW-Authenticate", OASFactory.createHeader().ref("WWW-Authenticate"));
        }
        if (named.size() > MOST_SHARED) {
            return response;
        }
        String name = status + "_" + String.join("_", named);
        components.addResponse(name, response);
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private String sentence(String code, int status) {
        if (code.equals(REFUSED) && status == 403) {
            return "- `" + REFUSED + "`: The gate did not permit; `rules` says why.";
        }
        ErrorCode known = Optional.ofNullable(codes.get(code))
                .filter(each -> each.status() == status)
                .orElseThrow(() -> new IllegalStateException("a route of the API names the code " + code
                        + " with status " + status + ", which does not exist"));
        return "- `" + code + "`: " + known.english();
    }

    private static Set<String> codes(APIResponse response) {
        return new LinkedHashSet<>(List.of(response.getDescription().split(SEPARATOR)));
    }
}
