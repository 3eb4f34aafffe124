package dk.rettidig.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.MDC;

/** Gives every request an id of our own making, which answers, logs and problems name. */
@Provider
@Priority(1)
class CorrelationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String PROPERTY = "rettidig.correlationId";
    private static final String HEADER = "Rettidig-Correlation-Id";
    private static final String LOG_KEY = "correlationId";

    @Override
    public void filter(ContainerRequestContext request) {
        String id = UUID.randomUUID().toString();
        request.setProperty(PROPERTY, id);
        MDC.put(LOG_KEY, id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, of(request));
        MDC.remove(LOG_KEY);
    }

    static String of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof String id ? id : "none";
    }
}
