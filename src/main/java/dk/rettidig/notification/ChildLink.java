package dk.rettidig.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a child belongs together with others, as somebody sees who works on a notification about it: no more of the others than
 * which of their notifications are not done.
 *
 * @param others how many other children
 */
public record ChildLink(UUID id, LinkKind kind, int others, List<Open> open) {

    public ChildLink {
        open = List.copyOf(open);
    }

    /** A notification about another child that is not done. */
    public record Open(NotificationId id, Instant receivedAt) {}
}
