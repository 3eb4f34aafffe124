package dk.rettidig.guideline.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.guideline.GuidelineDesk;
import dk.rettidig.guideline.SelfCheckDesk;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The attention points and the self-check over HTTP. */
@Path("/api/v1/guideline-points")
@Tag(name = "guidelines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class GuidelinePointResource {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String ID = "The attention point's id in guideline-points.yaml.";

    private final GuidelineDesk desk;
    private final SelfCheckDesk checks;
    private final CurrentActor actor;

    GuidelinePointResource(GuidelineDesk desk, SelfCheckDesk checks, CurrentActor actor) {
        this.desk = desk;
        this.checks = checks;
        this.actor = actor;
    }

    /** All points. */
    @GET
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "listGuidelinePoints",
            summary =
                    "Stages and attention points with their sources, which guidelines cover them, and the newest answer")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the work.",
            content = @Content(schema = @Schema(implementation = PointAnswer.All.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public PointAnswer.All list() {
        return PointAnswer.All.of(desk.register(), desk.overview(actor.get()));
    }

    /** One point. */
    @GET
    @Path("{point}")
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readGuidelinePoint", summary = "An attention point with every answer, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The point.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PointAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<PointAnswer> read(@Parameter(description = ID) @PathParam("point") String id) {
        return answer(checks.open(actor.get(), id), OK);
    }

    /** Answers one. */
    @POST
    @Path("{point}/self-check")
    @Gated(action = Action.ANSWER_SELF_CHECK, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "answerGuidelinePoint",
            summary = "Answers whether the guidelines cover an attention point; answers before it stay as they are")
    @APIResponse(
            responseCode = "201",
            description = "The point after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PointAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "412", description = "guideline_changed")
    @APIResponse(responseCode = "422", description = "guideline_input_invalid")
    @APIResponse(responseCode = "428", description = "guideline_precondition_required")
    public RestResponse<PointAnswer> answer(
            @Parameter(description = ID) @PathParam("point") String id,
            @Parameter(description = "The ETag that was read; \"0\" before the first answer.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            @Nullable SelfCheckInput input) {
        return answer(
                checks.answer(
                        actor.get(),
                        id,
                        Objects.requireNonNullElse(input, SelfCheckInput.NOTHING)
                                .draft(),
                        Versions.read(version)),
                CREATED);
    }

    private static RestResponse<PointAnswer> answer(SelfCheckDesk.View view, int status) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), PointAnswer.of(view))
                .tag(new EntityTag(Integer.toString(view.version())))
                .build();
    }
}
