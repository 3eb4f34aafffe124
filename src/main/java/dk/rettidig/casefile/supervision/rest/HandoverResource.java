package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.TaskForcePackages;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a round gives to those outside: the report for the committee and the package for the national Task Force. */
@Path("/api/v1/supervision/rounds/{round}")
@Tag(name = "supervision")
@Blocking
class HandoverResource {

    private final Reports reports;
    private final TaskForcePackages packages;
    private final CurrentActor actor;

    HandoverResource(Reports reports, TaskForcePackages packages, CurrentActor actor) {
        this.reports = reports;
        this.packages = packages;
        this.actor = actor;
    }

    @GET
    @Path("committee")
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "readCommitteeReport",
            summary = "The report for the committee: guarded counts, training and plans across rounds")
    @APIResponse(responseCode = "200", description = "The report; no case and no person is named.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "supervision_not_drawn")
    public CommitteeView.Report committee(
            @Parameter(description = "The round's id, a UUID.") @PathParam("round") String round) {
        return CommitteeView.Report.of(reports.committee(actor.get(), round));
    }

    @GET
    @Path("package")
    @Produces("application/zip")
    @Gated(action = Action.TAKE_SUPERVISION_PACKAGE, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "takeSupervisionPackage",
            summary = "The package for the national Task Force, as a zip file",
            description =
                    "Guarded findings, sample plan, draw without openings, proofs. Each taking is an entry with the"
                            + " digest. For ./rettidig verify draw FILE --key VKEY.")
    @APIResponse(
            responseCode = "200",
            description = "The package.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "supervision_not_drawn, supervision_not_reviewed")
    public Response take(@Parameter(description = "The round's id, a UUID.") @PathParam("round") String round) {
        return Response.ok(packages.take(actor.get(), round), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tilsyn.zip\"")
                .build();
    }
}
