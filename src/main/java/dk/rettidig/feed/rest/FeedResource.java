package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.intake.FeedDesk;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Feed agreements, filed by two people. */
@Blocking
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {

    private final FeedDesk desk;

    FeedResource(FeedDesk desk) {
        this.desk = desk;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.PROPOSE_FEED, purpose = Purpose.ADMINISTRATION)
    public Agreement propose(@Nullable Agreement agreement) {
        if (agreement == null) {
            throw new FeedFault(FeedErrorCode.FEED_MALFORMED);
        }
        return Agreement.of(desk.propose(agreement.toFeed(desk.proposer())));
    }

    @POST
    @Path("/{feed}/approval")
    @Gated(action = Action.APPROVE_FEED, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Agreement approve(@PathParam("feed") String feed) {
        return Agreement.of(desk.approve(feed));
    }

    @GET
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION)
    public List<Agreement> list() {
        return desk.list().stream().map(Agreement::of).toList();
    }

    @GET
    @Path("/{feed}")
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION)
    public Agreement read(@PathParam("feed") String feed) {
        return Agreement.of(desk.find(feed));
    }
}
