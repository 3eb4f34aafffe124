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
import dk.rettidig.review.RecordedOutcome;
import dk.rettidig.review.Reviews;
import dk.rettidig.review.SealedView;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reader's way over HTTP: list, facts, own view, weights, outcome, in this order and no other. */
@Path("/api/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class FlagResource {

    /** Most flags on one page of the list, as {@link dk.rettidig.flag.Flags#list} permits. */
    private static final int LARGEST_PAGE = 200;

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
    public Response list(
            @QueryParam("after") Optional<String> after, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException();
        }
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        List<FlagListing> page =
                reviews.list(municipality, after.map(text -> FlagCursor.parse(text, municipality)), limit);
        Response.ResponseBuilder answer =
                Response.ok(new FlagList(page.stream().map(FlagList.Item::of).toList()));
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
    public Response open(@PathParam("id") String id) {
        Reviews.Reading reading = reviews.open(caller(), flag(id));
        return Response.ok(FlagAnswer.of(reading))
                .tag(new EntityTag(Long.toString(reading.facts().listing().version())))
                .build();
    }

    /** Seals the caller's own view. */
    @POST
    @Path("{id}/own-view")
    @Gated(action = Action.SEAL_OWN_VIEW, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response seal(@PathParam("id") String id, @Nullable OwnViewInput input) {
        OwnViewInput given = Objects.requireNonNullElse(input, OwnViewInput.NOTHING);
        SealedView sealed = reviews.seal(caller(), flag(id), given.choiceText(), given.justificationText());
        return Response.status(Response.Status.CREATED)
                .entity(FlagAnswer.View.of(sealed))
                .build();
    }

    /** The strength of a flag, to whoever sealed an own view of it. */
    @GET
    @Path("{id}/weights")
    @Gated(action = Action.READ_WEIGHTS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response weights(@PathParam("id") String id) {
        Reviews.Weighing weighing = reviews.weigh(caller(), flag(id));
        return Response.ok(WeightsAnswer.of(weighing.strength()))
                .tag(new EntityTag(
                        Long.toString(weighing.reading().facts().listing().version())))
                .build();
    }

    /** Records the outcome; {@code If-Match} carries the flag's ETag. */
    @POST
    @Path("{id}/outcome")
    @Gated(action = Action.RECORD_OUTCOME, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response conclude(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Nullable OutcomeInput input) {
        OutcomeInput given = Objects.requireNonNullElse(input, OutcomeInput.NOTHING);
        RecordedOutcome recorded =
                reviews.conclude(caller(), flag(id), ifMatch.map(FlagResource::version), given.draft());
        return Response.status(Response.Status.CREATED)
                .entity(OutcomeAnswer.of(recorded))
                .build();
    }

    /** The version in a strong entity tag (RFC 9110 section 13.1.1); anything else matches nothing. */
    private static long version(String ifMatch) {
        return ifMatch.matches("\"[0-9]{1,18}\"") ? Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
    }

    private Actor caller() {
        return actor.get();
    }

    private static FlagId flag(String text) {
        try {
            return new FlagId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(notAnId);
        }
    }
}
