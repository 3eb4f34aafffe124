package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;

/** What registration needs to know about the person who acts. */
final class Acting {

    private Acting() {}

    /** A step that is done or finds that the state has changed meanwhile. */
    interface Step {
        boolean done();
    }

    static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(() -> new FeedFault(FeedErrorCode.FEED_UNKNOWN));
    }

    static ActorName name(Actor actor) {
        return actor.name().orElseThrow(() -> new FeedFault(FeedErrorCode.FEED_UNKNOWN));
    }

    /** The word under which the gate's rules know whether somebody approves what they proposed. */
    static String proposedBy(Actor actor, ActorName proposer) {
        return actor.name().map(proposer::equals).orElse(true) ? "self" : "other";
    }

    /** A second wall behind the gate's rule, and the database's own check is the third. */
    static void requireAnother(ActorName approver, ActorName proposer) {
        if (approver.equals(proposer)) {
            throw new FeedFault(FeedErrorCode.SAME_PERSON);
        }
    }
}
