package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.Reviews;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The reader's way over HTTP: list, facts, own view, weights, outcome, in this order and no other. */
@Path("/api/v1/flags")
@Tag(
        name = "flags",
        description =
                "The caseworker's way through a flag: facts, own view, calculation, outcome, in this order and no other.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class FlagResource {

    /** Most flags on one page of the list, as {@link dk.rettidig.flag.Flags#list} permits. */
    private static final int LARGEST_PAGE = 200;

    private static final String FLAG_ID = "The flag's id, a UUID.";

    private final Reviews reviews;
    private final CurrentActor actor;

    FlagResource(Reviews reviews, CurrentActor actor) {
        this.reviews = reviews;
        this.actor = actor;
    }

    /**
     * The municipality's flags that wait for somebody, by deadline.
     *
     * @param after the cursor of the page before, from its {@code Link} header
     * @param limit 1 to 200
     */
    @GET
    @Gated(action = Action.LIST_FLAGS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listFlags",
            summary = "The municipality's flags that wait for somebody, ordered by deadline alone")
    @APIResponse(
            responseCode = "200",
            description = "A page. Nothing in it depends on strength.",
            headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<FlagList> list(
            @Parameter(description = "The cursor of the page before, from its Link header.") @QueryParam("after")
                    Optional<String> after,
            @Parameter(
                            description = "Flags on the page.",
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
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        List<FlagListing> page =
                reviews.list(municipality, after.map(text -> FlagCursor.parse(text, municipality)), limit);
        RestResponse.ResponseBuilder<FlagList> answer = RestResponse.ResponseBuilder.ok(
                new FlagList(page.stream().map(FlagList.Item::of).toList()));
        if (page.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/flags?limit=" + limit + "&after=" + FlagCursor.of(page.getLast()) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** The facts of a flag, without weight. */
    @GET
    @Path("{id}")
    @Gated(action = Action.OPEN_FLAG, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "openFlag",
            summary = "The facts of a flag, without weight",
            description = "Opening is entered in the ledger before the answer leaves.")
    @APIResponse(
            responseCode = "200",
            description = "The facts; the caller's own view and the outcome where there are any.",
            headers = @Header(name = "ETag", ref = "ETag"))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    public RestResponse<FlagAnswer> open(@Parameter(description = FLAG_ID) @PathParam("id") String id) {
        Reviews.Reading reading = reviews.open(caller(), FlagId.asked(id));
        return RestResponse.ResponseBuilder.ok(FlagAnswer.of(reading))
                .tag(new EntityTag(Long.toString(reading.facts().listing().version())))
                .build();
    }

    /** Seals the caller's own view. */
    @POST
    @Path("{id}/own-view")
    @ResponseStatus(201)
    @Gated(action = Action.SEAL_OWN_VIEW, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "sealOwnView", summary = "Seals the caller's own view of the flag for good")
    @APIResponse(
            responseCode = "201",
            description = "The sealed view.",
            content = @Content(schema = @Schema(implementation = FlagAnswer.View.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(
            responseCode = "409",
            description = "review_flag_not_opened, review_view_already_sealed, review_flag_ended")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    public FlagAnswer.View seal(
            @Parameter(description = FLAG_ID) @PathParam("id") String id, @Nullable OwnViewInput input) {
        OwnViewInput given = Objects.requireNonNullElse(input, OwnViewInput.NOTHING);
        return FlagAnswer.View.of(
                reviews.seal(caller(), FlagId.asked(id), given.choiceText(), given.justificationText()));
    }

    /** The strength of a flag, to whoever sealed an own view of it. */
    @GET
    @Path("{id}/weights")
    @Gated(action = Action.READ_WEIGHTS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "readWeights", summary = "The strength of a flag, to whoever sealed an own view of it")
    @APIResponse(
            responseCode = "200",
            description = "Probability, threshold and what each value did.",
            headers = @Header(name = "ETag", ref = "ETag"))
    @APIResponse(responseCode = "403", description = "view_not_sealed")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    public RestResponse<WeightsAnswer> weights(@Parameter(description = FLAG_ID) @PathParam("id") String id) {
        Reviews.Weighing weighing = reviews.weigh(caller(), FlagId.asked(id));
        return RestResponse.ResponseBuilder.ok(WeightsAnswer.of(weighing.strength(), weighing.rescored()))
                .tag(new EntityTag(
                        Long.toString(weighing.reading().facts().listing().version())))
                .build();
    }

    /** Records the outcome; {@code If-Match} carries the flag's ETag. */
    @POST
    @Path("{id}/outcome")
    @ResponseStatus(201)
    @Gated(action = Action.RECORD_OUTCOME, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "recordOutcome",
            summary = "Records the outcome of the caller's review, once",
            description = "Needs a sealed own view, and in If-Match the ETag that was read last.")
    @APIResponse(
            responseCode = "201",
            description = "The outcome that stands.",
            content = @Content(schema = @Schema(implementation = OutcomeAnswer.class)))
    @APIResponse(responseCode = "403", description = "view_not_sealed")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "review_flag_ended, review_flag_not_opened")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    @APIResponse(responseCode = "412", description = "review_flag_changed")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    @APIResponse(responseCode = "428", description = "review_precondition_required")
    public OutcomeAnswer conclude(
            @Parameter(description = FLAG_ID) @PathParam("id") String id,
            @Parameter(description = "The flag's ETag as it was read last.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> ifMatch,
            @Nullable OutcomeInput input) {
        OutcomeInput given = Objects.requireNonNullElse(input, OutcomeInput.NOTHING);
        return OutcomeAnswer.of(
                reviews.conclude(caller(), FlagId.asked(id), ifMatch.map(FlagResource::version), given.draft()));
    }

    /** The version in a strong entity tag (RFC 9110 section 13.1.1); anything else matches nothing. */
    private static long version(String ifMatch) {
        return ifMatch.matches("\"[0-9]{1,18}\"") ? Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
    }

    private Actor caller() {
        return actor.get();
    }
}
