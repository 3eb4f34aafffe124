package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.body.BodyReader;
import dk.rettidig.feed.body.BodyRejected;
import dk.rettidig.feed.body.NotificationBody;
import dk.rettidig.feed.body.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The rows of a delivery that are notifications: read to the end, then filed together in the delivery's transaction. */
@ApplicationScoped
class NotificationLoads {

    private final DeliveredNotifications notifications;
    private final Loads loads;
    private final LoadPlan plan;
    private final Clock clock;

    NotificationLoads(DeliveredNotifications notifications, Loads loads, LoadPlan plan, Clock clock) {
        this.notifications = notifications;
        this.loads = loads;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Refuses what a delivery of notifications cannot be: a table, which would need a form for lists; everything a sender has,
     * whose absence would take back what a child is entitled to; or more than anybody receives.
     */
    static void check(DeliveryNote note, WireFormat format) {
        if (format.format() != BodyReader.Format.NDJSON) {
            throw new FeedFault(FeedErrorCode.MEDIA_TYPE);
        }
        if (note.mode() != DeliveryMode.DELTA) {
            throw new FeedFault(FeedErrorCode.NOTE_MISMATCH, Map.of("claim", "mode"));
        }
        if (note.rows() > NotificationBody.MOST) {
            throw new FeedFault(FeedErrorCode.TOO_LARGE, Map.of("limit_rows", NotificationBody.MOST));
        }
    }

    <T> T load(
            Loads.Job job, Actor.Registry registry, InputStream wire, WireFormat format, Loads.Finishing<T> finishing)
            throws BodyRejected, IOException {
        NotificationBody body = plan.reader()
                .readNotifications(wire, plan.expected(job.note(), format), plan.rules(job.feed(), job.note()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return loads.loadNotifications(
                job,
                () -> {
                    DeliveredNotifications.Filing filing =
                            notifications.begin(registry, job.delivery(), body.rows(), now);
                    Tally tally = body.filed(filing::take);
                    filing.end();
                    return tally;
                },
                finishing);
    }
}
