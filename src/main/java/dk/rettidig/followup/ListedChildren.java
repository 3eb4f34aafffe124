package dk.rettidig.followup;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The children on the follow-up list, for a draw of legal supervision. */
@Singleton
public class ListedChildren {

    /** More than any list has. */
    private static final int ALL = 1_000_000;

    private final FollowUps followUps;
    private final NotificationGrounds grounds;

    ListedChildren(FollowUps followUps, NotificationGrounds grounds) {
        this.followUps = followUps;
        this.grounds = grounds;
    }

    /**
     * A child on the list.
     *
     * @param responsible who answers for the newest notification; empty while nobody does
     */
    public record Listed(Pseudonym child, Optional<ActorName> responsible) {
        @Override
        public String toString() {
            return "Listed[hidden]";
        }
    }

    /**
     * Asks the gate on the basis of notifications.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     */
    public void demand(Actor actor, Action action) {
        grounds.demand(actor, action, Optional.empty());
    }

    /** The children on the list, in the caller's transaction; the caller asked the gate. */
    public List<Listed> on(MunicipalityCode municipality) {
        return followUps.list(municipality, FollowUps.Filter.OPEN, Optional.empty(), ALL).stream()
                .map(filed ->
                        new Listed(filed.followUp().child(), filed.followUp().responsible()))
                .toList();
    }
}
