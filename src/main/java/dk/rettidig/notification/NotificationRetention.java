package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Erases notifications of which nothing is left to do and whose time is over, and with the last of a child its links to others. */
@Singleton
class NotificationRetention implements Retained {

    private final Notifications notifications;
    private final ChildLinks links;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    NotificationRetention(
            Notifications notifications, ChildLinks links, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.notifications = notifications;
        this.links = links;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "notification_concluded";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(notifications::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            List<NotificationId> erased = notifications.eraseDone(municipality, before);
            links.eraseForgotten(municipality);
            return new GatedErasure.Gone(erased.size(), new NotificationEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
