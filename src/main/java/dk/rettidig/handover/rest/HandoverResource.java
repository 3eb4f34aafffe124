package dk.rettidig.handover.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.ActDraft;
import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.HandoverDesk.View;
import dk.rettidig.handover.HandoverExchange;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.Handovers;
import dk.rettidig.law.HandoverSide;
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

/** Handovers over HTTP, for the central units and team leaders of both municipalities. */
@Path("/api/v1/handovers")
@Tag(
        name = "handovers",
        description = "Handover of a child to the municipality that it moves to, BL § 132 (docs/handover.md). "
                + "Neither municipality sees the other's pseudonym or people.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class HandoverResource {

    private static final int LARGEST_PAGE = 200;
    private static final int CREATED = 201;
    private static final String ID = "The handover's id, a UUID; both municipalities have the same.";
    private static final String TAG = "The ETag that was read.";

    private final HandoverDesk desk;
    private final HandoverExchange exchange;
    private final CurrentActor actor;

    HandoverResource(HandoverDesk desk, HandoverExchange exchange, CurrentActor actor) {
        this.desk = desk;
        this.exchange = exchange;
        this.actor = actor;
    }

    /** What was sent and received; who has waited longest comes first. */
    @GET
    @Gated(action = Action.LIST_HANDOVERS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(operationId = "listHandovers", summary = "What was sent and received, longest waiting first")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = HandoverList.class)))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<HandoverList> list(
            @Parameter(
                            description = "Only what was sent, or what is received.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"sender", "receiver"}))
                    @QueryParam("side")
                    Optional<String> side,
            @Parameter(
                            description = "What a person ended here, or what nobody did.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "ended"}))
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @Parameter(description = "The cursor of the page before, from its Link header.") @QueryParam("after")
                    Optional<String> after,
            @Parameter(
                            description = "Handovers on the page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit) {
        boolean known = state.equals("open") || state.equals("ended");
        if (limit < 1 || limit > LARGEST_PAGE || !known) {
            throw new BadRequestException();
        }
        Optional<HandoverSide> only = side.map(word -> HandoverSide.parse(word).orElseThrow(BadRequestException::new));
        return page(new Handovers.Filter(only, state.equals("ended")), after, limit);
    }

    private RestResponse<HandoverList> page(Handovers.Filter filter, Optional<String> after, int limit) {
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        List<View> page = desk.list(municipality, filter, after.map(HandoverCursor::parse), limit);
        RestResponse.ResponseBuilder<HandoverList> answer = RestResponse.ResponseBuilder.ok(
                new HandoverList(page.stream().map(HandoverList.Item::of).toList()));
        if (page.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/handovers?state=" + (filter.ended() ? "ended" : "open")
                            + filter.side().map(each -> "&side=" + each.id()).orElse("")
                            + "&limit=" + limit + "&after="
                            + HandoverCursor.of(page.getLast().filed().own()) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** Writes a handover. */
    @POST
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "sendHandover",
            summary = "Hands a child over to the municipality that it moves to",
            description = "It arrives when the vault delivers the conversion of a move (docs/rotation.md section 3).")
    @APIResponse(
            responseCode = "201",
            description = "The handover.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "409", description = "handover_already_open")
    @APIResponse(responseCode = "422", description = "handover_input_invalid")
    public RestResponse<HandoverJson> send(@Nullable HandoverInput input) {
        return answer(
                desk.send(
                        actor.get(),
                        Objects.requireNonNullElse(input, HandoverInput.NOTHING).draft()),
                CREATED);
    }

    /** One handover. */
    @GET
    @Path("{handover}")
    @Gated(action = Action.OPEN_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "readHandover",
            summary = "A handover as the own municipality may know it",
            description =
                    "Reading is entered in the ledger before the answer leaves. The receiver sees the contents after"
                            + " opening it.")
    @APIResponse(
            responseCode = "200",
            description = "The handover.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<HandoverJson> read(@Parameter(description = ID) @PathParam("handover") String id) {
        return answer(desk.open(actor.get(), HandoverId.asked(id)), RestResponse.StatusCode.OK);
    }

    /** The receiver opens it. */
    @POST
    @Path("{handover}/opening")
    @Gated(action = Action.ANSWER_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "openHandover",
            summary = "The receiver opens it; the sender sees when, and a notification is registered")
    @APIResponse(
            responseCode = "201",
            description = "The handover after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "handover_other_side, handover_not_now")
    @APIResponse(responseCode = "412", description = "handover_changed")
    @APIResponse(responseCode = "428", description = "handover_precondition_required")
    public RestResponse<HandoverJson> open(
            @Parameter(description = ID) @PathParam("handover") String id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> version) {
        return act(id, ActDraft.opening(), version);
    }

    /** The receiver answers. */
    @POST
    @Path("{handover}/answers")
    @Gated(action = Action.ANSWER_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "answerHandover", summary = "The receiver answers the sender, with a code and a reason")
    @APIResponse(
            responseCode = "201",
            description = "The handover after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "handover_other_side, handover_not_now")
    @APIResponse(responseCode = "412", description = "handover_changed")
    @APIResponse(responseCode = "422", description = "handover_input_invalid")
    @APIResponse(responseCode = "428", description = "handover_precondition_required")
    public RestResponse<HandoverJson> answer(
            @Parameter(description = ID) @PathParam("handover") String id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> version,
            @Nullable HandoverAnswerInput input) {
        return act(
                id,
                Objects.requireNonNullElse(input, HandoverAnswerInput.NOTHING).draft(),
                version);
    }

    /** The sender sends what was asked for. */
    @POST
    @Path("{handover}/supplements")
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "supplementHandover", summary = "The sender sent what the receiver asked for")
    @APIResponse(
            responseCode = "201",
            description = "The handover after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "handover_other_side, handover_not_now")
    @APIResponse(responseCode = "412", description = "handover_changed")
    @APIResponse(responseCode = "422", description = "handover_input_invalid")
    @APIResponse(responseCode = "428", description = "handover_precondition_required")
    public RestResponse<HandoverJson> supplement(
            @Parameter(description = ID) @PathParam("handover") String id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> version,
            @Nullable HandoverSupplementInput input) {
        return act(
                id,
                Objects.requireNonNullElse(input, HandoverSupplementInput.NOTHING)
                        .draft(),
                version);
    }

    /** The sender ends it. */
    @POST
    @Path("{handover}/closing")
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "closeHandover", summary = "The sender ends it after the answer, or takes it back")
    @APIResponse(
            responseCode = "201",
            description = "The handover after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "handover_other_side, handover_not_now")
    @APIResponse(responseCode = "412", description = "handover_changed")
    @APIResponse(responseCode = "422", description = "handover_input_invalid")
    @APIResponse(responseCode = "428", description = "handover_precondition_required")
    public RestResponse<HandoverJson> close(
            @Parameter(description = ID) @PathParam("handover") String id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> version,
            @Nullable HandoverClosingInput input) {
        return act(
                id,
                Objects.requireNonNullElse(input, HandoverClosingInput.NOTHING).draft(),
                version);
    }

    private RestResponse<HandoverJson> act(String id, ActDraft draft, Optional<String> version) {
        return answer(exchange.act(actor.get(), HandoverId.asked(id), draft, version(version)), CREATED);
    }

    /** A text that is no tag of ours counts as one that was read long ago; none at all is asked for, after the gate. */
    private static Optional<Integer> version(Optional<String> tag) {
        return tag.map(
                text -> text.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(text.substring(1, text.length() - 1)) : -1);
    }

    private static RestResponse<HandoverJson> answer(View view, int status) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), HandoverJson.of(view))
                .tag(new EntityTag(Integer.toString(view.filed().version())))
                .build();
    }
}
