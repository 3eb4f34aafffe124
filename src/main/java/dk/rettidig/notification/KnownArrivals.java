package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is on file about the rows of one delivery, read at once, and kept as the rows come in. */
final class KnownArrivals {

    private record Named(String incident, Pseudonym child) {}

    private record Same(Pseudonym child, String notifier, Instant receivedAt) {

        static Same of(Notification notification) {
            return new Same(
                    notification.child(),
                    notification.notifier(),
                    notification.receivedAt().truncatedTo(ChronoUnit.MICROS)); // as the table keeps it
        }
    }

    private final Map<String, Arrival> called = new HashMap<>();
    private final Map<Named, NotificationId> incidents = new HashMap<>();
    private final Map<Same, Deque<NotificationId>> byHand = new HashMap<>();

    private KnownArrivals() {}

    static KnownArrivals read(
            Arrivals arrivals, MunicipalityCode municipality, String registry, List<NotificationRow> rows) {
        KnownArrivals known = new KnownArrivals();
        Set<String> names = rows.stream().map(NotificationRow::notification).collect(Collectors.toUnmodifiableSet());
        Set<String> incidents = rows.stream()
                .map(NotificationRow::incident)
                .filter(incident -> !incident.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        arrivals.find(municipality, registry, names).forEach(each -> known.called.put(each.called(), each));
        arrivals.incidents(municipality, registry, incidents)
                .forEach(each -> known.incidents.putIfAbsent(new Named(each.called(), each.child()), each.first()));
        arrivals.registeredByHand(municipality, children(rows))
                .forEach(each -> known.byHand
                        .computeIfAbsent(Same.of(each), first -> new ArrayDeque<>())
                        .add(each.id()));
        return known;
    }

    static Set<Pseudonym> children(List<NotificationRow> rows) {
        return rows.stream().map(NotificationRow::child).collect(Collectors.toUnmodifiableSet());
    }

    /** What the registry delivered under a name. */
    Optional<Arrival> find(String name) {
        return Optional.ofNullable(called.get(name));
    }

    /** The incident that the registry named before, about the same child. */
    Optional<NotificationId> incident(String named, Pseudonym child) {
        return Optional.ofNullable(incidents.get(new Named(named, child)));
    }

    /** The same notification when a person registered it by hand and it was not delivered since; it is delivered now. */
    Optional<NotificationId> takeByHand(Notification notification) {
        return Optional.ofNullable(byHand.get(Same.of(notification))).map(Deque::poll);
    }

    /** One more has come in. */
    void add(Arrival arrival, Notification notification) {
        called.put(arrival.called(), arrival);
        arrival.incident()
                .ifPresent(incident ->
                        incidents.putIfAbsent(new Named(incident, notification.child()), notification.incident()));
    }
}
