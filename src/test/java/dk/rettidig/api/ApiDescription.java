package dk.rettidig.api;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completes the description of the API when the service is built, with what the code says anyway and so cannot drift: what
 * each route asks the gate for, who can call it, and the problems that every route can answer with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName GATED = DotName.createSimple(Gated.class);

    private final IndexView index;
    private final ProblemAnswers problems;

    /** The filter over the classes of the service; made by the OpenAPI extension. */
    public ApiDescription(IndexView index) {
        this.index = index;
        this.problems = new ProblemAnswers(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        new RequiredMembers(index).complete(api.getComponents());
        problems.define(api.getComponents());
        Map<String, MethodInfo> methods = methods();
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> complete(operation, methods, api.getComponents()));
    }

    /** Methods by operation id. The index is made of several, and a method can stand in more than one of them. */
    private Map<String, MethodInfo> methods() {
        return index.getAnnotations(OPERATION).stream()
                .filter(each -> each.value("operationId") != null)
                .filter(each -> each.target().kind() == AnnotationTarget.Kind.METHOD)
                .collect(Collectors.toMap(
                        each -> each.value("operationId").asString(),
                        each -> each.target().asMethod(),
                        ApiDescription::same));
    }

    private static MethodInfo same(MethodInfo one, MethodInfo other) {
        if (!one.declaringClass().name().equals(other.declaringClass().name())
                || !one.name().equals(other.name())) {
            throw new IllegalStateException("two routes share an operationId: " + one + ", " + other);
        }
        return one;
    }

    private void complete(Operation operation, Map<String, MethodInfo> methods, Components components) {
        @Nullable MethodInfo method = methods.get(operation.getOperationId());
        if (method == null) {
            throw new IllegalStateException("a route of the API needs @Operation(operationId = ...): "
                    + operation.getOperationId() + " " + operation.getSummary());
        }
        AnnotationInstance gated = Objects.requireNonNull(method.annotation(GATED));
        Action action = Action.valueOf(gated.value("action").asEnum());
        operation.addExtension("x-gate-action", action.id());
        operation.addExtension(
                "x-gate-purpose",
                Purpose.valueOf(gated.value("purpose").asEnum()).id());
        operation.setSecurity(security(action));
        common(operation, action);
        Map<String, APIResponse> answers = new LinkedHashMap<>();
        new TreeMap<>(operation.getResponses().getAPIResponses())
                .forEach((status, response) -> answers.put(status, complete(status, response, components)));
        operation.getResponses().setAPIResponses(answers);
    }

    private static List<SecurityRequirement> security(Action action) {
        String[] schemes =
                switch (action) {
                    case READ_PUBLIC -> new String[0];
                    case DELIVER -> new String[] {"delivery_note"};
                    case REDEEM_TICKET -> new String[] {"redemption_request"};
                    case DELIVER_CONVERSION -> new String[] {"conversion_note"};
                    case EVALUATE_PSEUDONYMS, CONVERT_PSEUDONYMS -> new String[] {"evaluation_request"};
                    default -> new String[] {"oidc", "session"};
                };
        return Arrays.stream(schemes)
                .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
                .toList();
    }

    /** What any route can answer, besides what it says itself. */
    private void common(Operation operation, Action action) {
        boolean json = operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType("application/json");
        if (json) {
            problems.add(operation, "400", "request_malformed");
            problems.add(operation, "415", "media_type_unsupported");
        }
        boolean numbers = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> each.getIn() == Parameter.In.QUERY
                                && each.getSchema().getFormat() != null
                                && each.getSchema().getFormat().startsWith("int"));
        if (numbers) {
            problems.add(operation, "404", "not_found");
        }
        if (action.recording() == Action.Recording.ENTRY) {
            problems.add(operation, "403", ProblemAnswers.REFUSED);
            problems.add(operation, "503", "ledger_append_unavailable");
        }
        problems.add(operation, "406", "not_acceptable");
        problems.add(operation, "500", "internal_error");
        problems.add(operation, "503", "database_unavailable");
    }

    private APIResponse complete(String status, APIResponse response, Components components) {
        response.addHeader("Rettidig-Correlation-Id", OASFactory.createHeader().ref("Rettidig-Correlation-Id"));
        return status.compareTo("400") < 0
                ? response
                : problems.described(Integer.parseInt(status), response, components);
    }
}
