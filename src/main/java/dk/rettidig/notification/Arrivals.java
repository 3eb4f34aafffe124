package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which notifications were delivered, and under what name. Each method takes part in the caller's transaction. */
public interface Arrivals {

    /** Keeps other deliveries to the municipality waiting until the transaction ends. */
    void hold(MunicipalityCode municipality);

    /** What a registry delivered under these names. */
    List<Arrival> find(MunicipalityCode municipality, String registry, Collection<String> called);

    /** How a notification was delivered; empty for one that a person registered. */
    Optional<Arrival> of(MunicipalityCode municipality, NotificationId notification);

    /** Notifications about these children that people registered, and that were not delivered since; the first registered first. */
    List<Notification> registeredByHand(MunicipalityCode municipality, Collection<Pseudonym> children);

    /**
     * An incident that a registry named.
     *
     * @param called the registry's name of it
     * @param first the incident that notifications of it about this child belong to
     */
    record NamedIncident(String called, Pseudonym child, NotificationId first) {}

    /** The incidents that a registry named with these words; the first delivered first. */
    List<NamedIncident> incidents(MunicipalityCode municipality, String registry, Collection<String> called);

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
