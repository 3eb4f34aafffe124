package dk.rettidig.followup.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.FollowUpStatistics;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.followup.Reason;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Follow-up over HTTP, for the central unit and the team leader. */
@Path("/api/v1/follow-up")
@Tag(
        name = "follow-up",
        description = "Children with repeated or grave notifications and no registered measure (docs/follow-up.md). "
                + "The absence of a record is not the absence of help.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class FollowUpResource {

    private static final int LARGEST_PAGE = 200;
    private static final int CREATED = 201;
    private static final String ID = "The follow-up's id, a UUID.";

    private final FollowUpDesk desk;
    private final FollowUpStatistics statistics;
    private final CurrentActor actor;

    FollowUpResource(FollowUpDesk desk, FollowUpStatistics statistics, CurrentActor actor) {
        this.desk = desk;
        this.statistics = statistics;
        this.actor = actor;
    }

    /** The list; who has waited longest comes first. */
    @GET
    @Gated(action = Action.LIST_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listFollowUp",
            summary = "Children with repeated or grave notifications and no registered measure, longest waiting first")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = FollowUpList.class)))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<FollowUpList> list(
            @Parameter(
                            description = "On the list, closed by a person, or off it because of a measure.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "closed", "measure"}))
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @Parameter(
                            description = "Only those with this reason.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"repeated", "grave"}))
                    @QueryParam("reason")
                    Optional<String> reason,
            @Parameter(description = "The cursor of the page before, from its Link header.") @QueryParam("after")
                    Optional<String> after,
            @Parameter(
                            description = "Children on the page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException();
        }
        return page(filter(state, reason), after, limit);
    }

    private RestResponse<FollowUpList> page(FollowUps.Filter filter, Optional<String> after, int limit) {
        List<Filed> page = desk.list(municipality(), filter, after.map(FollowUpCursor::parse), limit);
        RestResponse.ResponseBuilder<FollowUpList> answer = RestResponse.ResponseBuilder.ok(
                new FollowUpList(page.stream().map(FollowUpList.Item::of).toList(), FollowUpAnswer.Meaning.ABSENCE));
        if (page.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/follow-up?state=" + filter.state().id()
                            + filter.reason()
                                    .map(each -> "&reason=" + each.id())
                                    .orElse("")
                            + "&limit=" + limit + "&after="
                            + FollowUpCursor.of(page.getLast().followUp()) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static FollowUps.Filter filter(String state, Optional<String> reason) {
        Optional<Reason> only = reason.map(word -> Reason.parse(word).orElseThrow(BadRequestException::new));
        return new FollowUps.Filter(
                FollowUp.State.parse(state)
                        .filter(each -> each != FollowUp.State.WATCHED)
                        .orElseThrow(BadRequestException::new),
                only);
    }

    /** What the definitions count. */
    @GET
    @Path("statistics")
    @Gated(action = Action.LIST_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "followUpFigures",
            summary = "What each named definition counts in a year, with exact intervals; never to be mixed",
            description = "Groups of fewer than five children are hidden.")
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            content = @Content(schema = @Schema(implementation = FollowUpFigures.class)))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public FollowUpFigures figures(
            @Parameter(
                            description = "This year or the one before; this year when left out.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @QueryParam("year")
                    Optional<Integer> year) {
        int asked = year.orElseGet(() -> statistics.years().getFirst());
        if (!statistics.years().contains(asked)) {
            throw new BadRequestException();
        }
        return FollowUpFigures.of(asked, statistics.of(municipality(), asked));
    }

    /** One follow-up. */
    @GET
    @Path("{followup}")
    @Gated(action = Action.OPEN_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "openFollowUp",
            summary =
                    "A follow-up, who was told, how it was closed, notifications, and other children of the household",
            description = "Opening is entered in the ledger before the answer leaves.")
    @APIResponse(
            responseCode = "200",
            description = "The follow-up.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<FollowUpAnswer> open(@Parameter(description = ID) @PathParam("followup") String id) {
        return answer(desk.open(actor.get(), FollowUpId.asked(id)), RestResponse.StatusCode.OK);
    }

    /** Closes one. */
    @POST
    @Path("{followup}/closing")
    @Gated(action = Action.CLOSE_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "closeFollowUp",
            summary = "Closes a follow-up with a code and a reason; another notification opens it again",
            description =
                    "With moved the child is handed over in the same transaction to a municipality that uses this "
                            + "service (BL § 132); another one has to be notified outside, and the answer says so.")
    @APIResponse(
            responseCode = "201",
            description = "The follow-up after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "follow_up_not_open")
    @APIResponse(responseCode = "412", description = "follow_up_changed")
    @APIResponse(responseCode = "422", description = "follow_up_input_invalid")
    @APIResponse(responseCode = "428", description = "follow_up_precondition_required")
    public RestResponse<FollowUpAnswer> close(
            @Parameter(description = ID) @PathParam("followup") String id,
            @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            @Nullable FollowUpInput input) {
        return answer(
                desk.close(
                        actor.get(),
                        FollowUpId.asked(id),
                        Objects.requireNonNullElse(input, FollowUpInput.NOTHING).draft(),
                        version(version)),
                CREATED);
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    /** A text that is no tag of ours counts as one that was read long ago; none at all is asked for, after the gate. */
    private static Optional<Integer> version(Optional<String> tag) {
        return tag.map(
                text -> text.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(text.substring(1, text.length() - 1)) : -1);
    }

    private static RestResponse<FollowUpAnswer> answer(FollowUpDesk.View view, int status) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), FollowUpAnswer.of(view))
                .tag(new EntityTag(Integer.toString(view.filed().version())))
                .build();
    }
}
