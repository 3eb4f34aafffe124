package dk.rettidig.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Says what to do where quarkus-rest-csrf answers a form without its token with a bare 400. */
@Provider
class FormTokens implements ContainerResponseFilter {

    private final Problems problems;

    FormTokens(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean bare = response.getStatus() == Response.Status.BAD_REQUEST.getStatusCode() && !response.hasEntity();
        if (bare && isForm(request.getMediaType())) {
            Response told = problems.answer(WebErrorCode.FORM_TOKEN, request, Map.of());
            response.setStatus(told.getStatus());
            response.setEntity(told.getEntity(), new Annotation[0], told.getMediaType());
            told.getHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                    response.getHeaders().put(name, values);
                }
            });
        }
    }

    private static boolean isForm(MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    }
}
