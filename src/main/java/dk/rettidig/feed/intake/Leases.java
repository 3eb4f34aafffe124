package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Keeps running deliveries alive and aborts those whose service died; any replica does it for all. */
@ApplicationScoped
class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** A lease is renewed four times before it would run out. */
    private static final int RENEWALS = 4;

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration lease;

    Leases(Deliveries deliveries, Ledger ledger, Clock clock, FeedSettings settings) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.clock = clock;
        this.lease = settings.lease();
    }

    /** Renews the delivery's lease until closed. */
    Held hold(Delivery delivery) {
        return new Held(delivery);
    }

    /** Ends a running attempt that counts for nothing; the same note may then be sent again. */
    void abort(Actor actor, Delivery delivery, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (deliveries.end(delivery, DeliveryState.ABORTED, reason, clock.instant())) {
                ledger.append(
                        actor,
                        new FeedEvent.DeliveryAborted(
                                delivery.id(), delivery.feed(), delivery.registry(), delivery.municipality(), reason));
            }
        });
    }

    @Scheduled(every = "10s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void abortExpired() {
        QuarkusTransaction.requiringNew()
                .call(() -> deliveries.withExpiredLease(clock.instant()))
                .forEach(delivery -> {
                    LOG.warnf("lease ran out deliveryId=%s", delivery.id());
                    abort(new Actor.Scheduler(), delivery, "lease");
                });
    }

    /** A lease that a thread of its own renews. */
    final class Held implements AutoCloseable {

        private final Delivery delivery;
        private final AtomicLong rows = new AtomicLong();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread renewal;

        private Held(Delivery delivery) {
            this.delivery = delivery;
            this.renewal = Thread.ofVirtual().name("rettidig-lease").start(this::renewUntilClosed);
        }

        void seen() {
            rows.lazySet(rows.getPlain() + 1);
        }

        private void renewUntilClosed() {
            try {
                while (!closed.await(lease.toMillis() / RENEWALS, TimeUnit.MILLISECONDS)) {
                    renew();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void renew() {
            try {
                Instant now = clock.instant();
                QuarkusTransaction.requiringNew()
                        .run(() -> deliveries.renew(delivery, now, now.plus(lease), rows.get()));
            } catch (RuntimeException failure) {
                LOG.warnf("lease not renewed deliveryId=%s", delivery.id());
            }
        }

        @Override
        public void close() {
            closed.countDown();
            try {
                renewal.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
