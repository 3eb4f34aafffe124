package dk.rettidig.feed;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The feed agreements on file. Each method takes part in the caller's transaction. */
public interface Feeds {

    /** The feed with this id, approved or not. */
    Optional<Feed> find(FeedId id);

    /** The feeds of a municipality by id. */
    List<Feed> of(MunicipalityCode municipality);

    /** Files a proposal; false when the id is taken. */
    boolean propose(Feed feed, Instant at);

    /** Makes the feed's source its registry's for good; false when it is another's. */
    boolean claimSource(Feed feed);

    /** Approves a proposal; false when it was approved meanwhile. */
    boolean approve(FeedId id, ActorName by, Instant at);
}
