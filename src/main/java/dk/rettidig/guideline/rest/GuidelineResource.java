package dk.rettidig.guideline.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineDesk;
import dk.rettidig.guideline.GuidelineId;
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
import java.util.List;
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

/** The register of the municipality's guidelines over HTTP. */
@Path("/api/v1/guidelines")
@Tag(
        name = "guidelines",
        description = "The municipality's guidelines, the self-check against attention points, and what is missing"
                + " (docs/guidelines.md). Nothing about any person.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class GuidelineResource {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String ID = "The guideline's id, a UUID.";

    private final GuidelineDesk desk;
    private final CurrentActor actor;

    GuidelineResource(GuidelineDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** The register. */
    @GET
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listGuidelines", summary = "The newest version of each guideline, by title")
    @APIResponse(
            responseCode = "200",
            description = "All of them, retired ones too.",
            content = @Content(schema = @Schema(implementation = GuidelineList.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public GuidelineList list() {
        return GuidelineList.of(desk.overview(actor.get()));
    }

    /** Counts and gaps. */
    @GET
    @Path("summary")
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "summariseGuidelines",
            summary = "How many there are today, and everything that is missing")
    @APIResponse(
            responseCode = "200",
            description = "By Danish days.",
            content = @Content(schema = @Schema(implementation = GuidelineSummary.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public GuidelineSummary summary() {
        return GuidelineSummary.of(desk.overview(actor.get()));
    }

    /** One guideline. */
    @GET
    @Path("{guideline}")
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readGuideline", summary = "A guideline with all its versions, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The guideline.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = GuidelineAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<GuidelineAnswer> read(@Parameter(description = ID) @PathParam("guideline") String id) {
        return answer(desk.versions(actor.get(), GuidelineId.asked(id)), OK);
    }

    /** Registers one. */
    @POST
    @Gated(action = Action.EDIT_GUIDELINE, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "registerGuideline", summary = "Registers a guideline")
    @APIResponse(
            responseCode = "201",
            description = "The guideline.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = GuidelineAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "guideline_duplicate")
    @APIResponse(responseCode = "422", description = "guideline_input_invalid")
    public RestResponse<GuidelineAnswer> register(@Nullable GuidelineInput input) {
        Guideline guideline = desk.register(
                actor.get(),
                Objects.requireNonNullElse(input, GuidelineInput.NOTHING).draft());
        return answer(List.of(guideline), CREATED);
    }

    /** Changes one. */
    @POST
    @Path("{guideline}/versions")
    @Gated(action = Action.EDIT_GUIDELINE, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "changeGuideline",
            summary = "Files the next version of a guideline, with a reason; versions before it stay as they are")
    @APIResponse(
            responseCode = "201",
            description = "The guideline after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = GuidelineAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "guideline_duplicate")
    @APIResponse(responseCode = "412", description = "guideline_changed")
    @APIResponse(responseCode = "422", description = "guideline_input_invalid")
    @APIResponse(responseCode = "428", description = "guideline_precondition_required")
    public RestResponse<GuidelineAnswer> change(
            @Parameter(description = ID) @PathParam("guideline") String id,
            @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            @Nullable GuidelineInput input) {
        GuidelineId asked = GuidelineId.asked(id);
        desk.change(
                actor.get(),
                asked,
                Objects.requireNonNullElse(input, GuidelineInput.NOTHING).draft(),
                Versions.read(version));
        return answer(desk.versions(actor.get(), asked), CREATED);
    }

    private static RestResponse<GuidelineAnswer> answer(List<Guideline> versions, int status) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status), GuidelineAnswer.of(versions))
                .tag(new EntityTag(Integer.toString(versions.getFirst().version())))
                .build();
    }
}
