package dk.rettidig.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns faults into problems in our own words. Class names, causes, SQL and values never reach a caller; what nobody
 * foresaw is logged with its trace and answered with a correlation id only.
 */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    /** Detail of a fault that says when to ask again, in seconds; the header {@code Retry-After} then says so too. */
    static final String RETRY_AFTER = "retry_after_seconds";

    /** A 401 says how to be known (RFC 9110 section 11.6.1): by something signed. Who has a browser is led to the sign-in page. */
    private static final String CHALLENGE = "Rettidig-Delivery-Note alg=\"EdDSA\"";

    private static final String CONVERSION_CHALLENGE = "Rettidig-Conversion-Note alg=\"EdDSA\"";

    private static final String AUTHORITY_CHALLENGE = "Rettidig-Evaluation-Request alg=\"EdDSA\"";

    private static final String REDEMPTION_CHALLENGE = "Rettidig-Redemption-Request alg=\"EdDSA\"";

    private final ErrorPages pages;
    private final Instance<UnreadRequests> unread;

    Problems(ErrorPages pages, Instance<UnreadRequests> unread) {
        this.pages = pages;
        this.unread = unread;
    }

    @ServerExceptionMapper
    Response fault(Fault fault, ContainerRequestContext request) {
        tell(fault);
        return answer(fault.errorCode(), request, fault.details());
    }

    /** What passes by itself (a full house, a database that is away) is a warning without a trace; the rest of ours is not. */
    private static void tell(Fault fault) {
        int status = fault.errorCode().status();
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                && (fault.getCause() == null || DatabaseTrouble.isUnavailable(fault))) {
            LOG.warnf("not now code=%s", fault.errorCode().code());
        } else if (status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.errorf(fault, "fault code=%s", fault.errorCode().code());
        }
    }

    @ServerExceptionMapper
    Response http(WebApplicationException exception, ContainerRequestContext request) {
        int status = exception.getResponse().getStatus();
        if (status < Response.Status.BAD_REQUEST.getStatusCode()) {
            return exception.getResponse();
        }
        return answer(WebErrorCode.forStatus(status), request, Map.of());
    }

    /** Quarkus has an answer of its own for JSON of another shape; ours is a problem, and the gate hears of the attempt. */
    @ServerExceptionMapper
    Response otherShape(MismatchedInputException exception, ContainerRequestContext request) {
        return answer(WebErrorCode.BAD_REQUEST, request, Map.of());
    }

    @ServerExceptionMapper
    Response unforeseen(Exception exception, ContainerRequestContext request) {
        if (DatabaseTrouble.isUnavailable(exception)) {
            LOG.warnf("database unavailable: %s", exception.getClass().getSimpleName());
            return answer(WebErrorCode.UNAVAILABLE, request, Map.of());
        }
        LOG.errorf(exception, "unforeseen failure");
        return answer(WebErrorCode.INTERNAL, request, Map.of());
    }

    Response answer(ErrorCode code, ContainerRequestContext request, Map<String, Object> details) {
        Optional<Fault> refusal = unreadable(code)
                ? unread.stream()
                        .map(UnreadRequests::refusal)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
        return refusal.isPresent()
                ? built(refusal.get().errorCode(), request, refusal.get().details())
                : built(code, request, details);
    }

    private static boolean unreadable(ErrorCode code) {
        return code.status() == Response.Status.BAD_REQUEST.getStatusCode()
                || code.status() == Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
    }

    private Response built(ErrorCode code, ContainerRequestContext request, Map<String, Object> details) {
        Response.ResponseBuilder response = (ErrorPages.wanted(request)
                        ? pages.page(code, details, request)
                        : problem(code, request, details))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        Object after = details.get(RETRY_AFTER);
        if (after != null) {
            response.header(HttpHeaders.RETRY_AFTER, after);
        } else if (code.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (code.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(code.code()));
        }
        return response.build();
    }

    private static String challenge(String code) {
        if (code.startsWith("redemption_")) {
            return REDEMPTION_CHALLENGE;
        }
        if (code.startsWith("conversion_")) {
            return CONVERSION_CHALLENGE;
        }
        return code.startsWith("authority_") ? AUTHORITY_CHALLENGE : CHALLENGE;
    }

    private static Response.ResponseBuilder problem(
            ErrorCode code, ContainerRequestContext request, Map<String, Object> details) {
        Language language = Language.of(request.getAcceptableLanguages());
        return Response.status(code.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(Problem.of(code, language, CorrelationFilter.of(request), details));
    }
}
