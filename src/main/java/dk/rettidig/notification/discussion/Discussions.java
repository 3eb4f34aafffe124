package dk.rettidig.notification.discussion;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Discussions of figures. Each method takes part in the caller's transaction. */
public interface Discussions {

    /** Keeps a discussion; its actions are added one by one. */
    void add(Discussion discussion);

    /** Keeps an action of a discussion. */
    void add(MunicipalityCode municipality, UUID discussion, Discussion.Planned action);

    /** Ends an action; false when it has ended already. */
    boolean end(MunicipalityCode municipality, UUID action, Discussion.End end);

    /** All of a municipality, newest first. */
    List<Discussion> all(MunicipalityCode municipality);

    /** One of them. */
    Optional<Discussion> find(MunicipalityCode municipality, UUID id);

    /** Municipalities that have discussions. */
    List<MunicipalityCode> municipalities();

    /** Erases those of which nothing is left to do and to which nothing was written since the moment; which they were. */
    List<UUID> eraseEnded(MunicipalityCode municipality, Instant before);
}
