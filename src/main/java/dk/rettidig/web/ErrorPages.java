package dk.rettidig.web;

import dk.rettidig.fault.ErrorCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says to people what problems say to programs: in human words, with rule and citation where a rule refused. */
@ApplicationScoped
class ErrorPages {

    private final Shells shells;

    ErrorPages(Shells shells) {
        this.shells = shells;
    }

    /** Whether the caller is a person with a browser and not a program. */
    static boolean wanted(ContainerRequestContext request) {
        return !path(request).startsWith("/api/")
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }

    /** The page of a problem; who did not sign in and needs to is led to the sign-in page instead. */
    Response.ResponseBuilder page(ErrorCode code, Map<String, Object> details, ContainerRequestContext request) {
        boolean refused = code.status() == Response.Status.UNAUTHORIZED.getStatusCode()
                || code.status() == Response.Status.FORBIDDEN.getStatusCode();
        Shell shell = shells.shell();
        if (refused && !shell.signedIn()) {
            return SignInDetour.towards(request);
        }
        Language language = shells.language();
        Told told = new Told(
                code.status(),
                language.choose(code.danish(), code.english()),
                code == WebErrorCode.BAD_REQUEST,
                reasons(details, language),
                CorrelationFilter.of(request));
        return shells.page(Templates.error(shell, told), code.status());
    }

    private static List<Reason> reasons(Map<String, Object> details, Language language) {
        if (!(details.get("rules") instanceof List<?> rules)) {
            return List.of();
        }
        return rules.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(rule -> new Reason(
                        text(rule, "rule"), text(rule, language.choose("danish", "english")), text(rule, "citation")))
                .toList();
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath();
    }

    /** What an error page tells. */
    public record Told(int status, String text, boolean generic, List<Reason> reasons, String correlationId) {
        /** Whether somebody else changed it meanwhile. */
        public boolean conflict() {
            return status == Response.Status.CONFLICT.getStatusCode()
                    || status == Response.Status.PRECONDITION_FAILED.getStatusCode();
        }
    }

    /** A rule that refused, what would be needed, and the provision behind it. */
    public record Reason(String rule, String text, String citation) {}

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Shell shell, Told told);
    }
}
