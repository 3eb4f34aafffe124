package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.intake.FeedDesk;
import dk.rettidig.feed.intake.FeedReaders;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Feed agreements, filed by two people. */
@Blocking
@Path("/api/v1/feeds")
@Tag(name = "feeds", description = "Feed agreements: proposed by one person, approved by another.")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {

    private static final String FEED = "The feed's id.";

    static final String MUNICIPALITY =
            "Three digits: for the operator, who belongs to no municipality. Others read their own and leave it out.";

    private final FeedDesk desk;
    private final FeedReaders readers;

    FeedResource(FeedDesk desk, FeedReaders readers) {
        this.desk = desk;
        this.readers = readers;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.PROPOSE_FEED, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "proposeFeed", summary = "Proposes a feed agreement of the caller's municipality")
    @APIResponse(
            responseCode = "201",
            description = "The agreement, proposed.",
            content = @Content(schema = @Schema(implementation = Agreement.class)))
    @APIResponse(responseCode = "409", description = "feed_exists")
    @APIResponse(responseCode = "422", description = "feed_agreement_malformed")
    public Agreement propose(@Nullable Agreement agreement) {
        if (agreement == null) {
            throw new FeedFault(FeedErrorCode.FEED_MALFORMED);
        }
        return Agreement.of(desk.propose(agreement.toFeed(desk.proposer())));
    }

    @POST
    @Path("/{feed}/approval")
    @Gated(action = Action.APPROVE_FEED, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "approveFeed", summary = "Approves what somebody else proposed")
    @APIResponse(responseCode = "200", description = "The agreement, approved.")
    @APIResponse(responseCode = "404", description = "feed_unknown")
    @APIResponse(responseCode = "409", description = "feed_state_conflict, feed_same_person")
    public Agreement approve(@Parameter(description = FEED) @PathParam("feed") String feed) {
        return Agreement.of(desk.approve(feed));
    }

    @GET
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "listFeeds", summary = "The agreements of the municipality")
    @APIResponse(responseCode = "200", description = "All agreements, in both states.")
    @APIResponse(responseCode = "400", description = "feed_municipality_needed")
    public List<Agreement> list(
            @Parameter(description = MUNICIPALITY) @QueryParam("municipality") @Nullable String municipality) {
        return desk.list(readers.demand(Action.READ_FEEDS, municipality)).stream()
                .map(Agreement::of)
                .toList();
    }

    @GET
    @Path("/{feed}")
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "readFeed", summary = "One agreement")
    @APIResponse(responseCode = "200", description = "The agreement.")
    @APIResponse(responseCode = "400", description = "feed_municipality_needed")
    @APIResponse(responseCode = "404", description = "feed_unknown")
    public Agreement read(
            @Parameter(description = FEED) @PathParam("feed") String feed,
            @Parameter(description = MUNICIPALITY) @QueryParam("municipality") @Nullable String municipality) {
        return Agreement.of(desk.find(readers.demand(Action.READ_FEEDS, municipality), feed));
    }
}
