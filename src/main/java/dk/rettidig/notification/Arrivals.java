package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.Optional;

/** Which notifications were delivered, and under what name. Each method takes part in the caller's transaction. */
public interface Arrivals {

    /** Keeps other deliveries to the municipality waiting until the transaction ends. */
    void hold(MunicipalityCode municipality);

    /** What a registry delivered under a name. */
    Optional<Arrival> find(MunicipalityCode municipality, String registry, String called);

    /** How a notification was delivered; empty for one that a person registered. */
    Optional<Arrival> of(MunicipalityCode municipality, NotificationId notification);

    /** The same notification when a person registered it by hand, and it was not delivered since. */
    Optional<NotificationId> registeredByHand(Notification notification);

    /** The incident that a registry named before, about the same child. */
    Optional<NotificationId> incident(MunicipalityCode municipality, String registry, String incident, Pseudonym child);

    /**
     * What was delivered since a moment and did not come in.
     *
     * @param rows quarantined
     * @param deliveries rejected as a whole
     */
    record HeldBack(long rows, long deliveries) {}

    /** What did not come in since a moment: nobody's clock runs for it. */
    HeldBack heldBack(MunicipalityCode municipality, Instant since);

    /** Files one. */
    void add(MunicipalityCode municipality, Arrival arrival);
}
