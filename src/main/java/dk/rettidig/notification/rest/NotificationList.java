package dk.rettidig.notification.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Notifications.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of notifications that are not done. */
@Schema(name = "NotificationList")
record NotificationList(List<Item> notifications) {

    /** One line. */
    @Schema(name = "NotificationItem")
    record Item(
            UUID id,
            UUID incident,
            Instant receivedAt,
            String notifier,
            Set<String> causes,
            List<String> marks,
            Optional<Instant> nextDue,
            boolean screened,
            boolean overdue,
            boolean othersOpen,
            Optional<String> responsible) {

        static Item of(Listing listing) {
            Notification notification = listing.notification();
            return new Item(
                    notification.id().value(),
                    notification.incident().value(),
                    notification.receivedAt(),
                    notification.notifier(),
                    notification.causes(),
                    notification.markIds(),
                    listing.nextDue(),
                    listing.screened(),
                    listing.escalated(),
                    listing.othersOpen(),
                    notification.responsible().map(ActorName::value));
        }
    }
}
