package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.body.BodyRejected;
import dk.rettidig.feed.body.Tally;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.scope.Band;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * One delivery that the gate permitted: started (committed), then rows and {@code feed.delivery_finished} in one
 * transaction, or {@code feed.delivery_rejected} or {@code feed.delivery_aborted} in one of its own.
 */
@ApplicationScoped
class DeliveryRun {

    private static final Logger LOG = Logger.getLogger(DeliveryRun.class);

    private final Deliveries deliveries;
    private final Epochs epochs;
    private final CurrentDomains domains;
    private final Loads loads;
    private final NotificationLoads notifications;
    private final LoadPlan plan;
    private final Leases leases;
    private final Ledger ledger;
    private final FeedSettings settings;
    private final Clock clock;
    private final Semaphore places;

    DeliveryRun(
            Deliveries deliveries,
            Epochs epochs,
            CurrentDomains domains,
            Loads loads,
            NotificationLoads notifications,
            LoadPlan plan,
            Leases leases,
            Ledger ledger,
            FeedSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.epochs = epochs;
        this.domains = domains;
        this.loads = loads;
        this.notifications = notifications;
        this.plan = plan;
        this.leases = leases;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.concurrentDeliveries());
    }

    /** Runs it to the end; returns the finished delivery. */
    Delivery deliver(VerifiedNote verified, Feed feed, WireFormat format, InputStream body) {
        if (!places.tryAcquire()) {
            throw new FeedFault(FeedErrorCode.BUSY);
        }
        try {
            Delivery delivery = start(verified, feed);
            try (Leases.Held held = leases.hold(delivery)) {
                return load(verified, feed, format, body, delivery, held);
            }
        } finally {
            places.release();
        }
    }

    private Delivery start(VerifiedNote verified, Feed feed) {
        DeliveryNote note = verified.note();
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> {
            checkDomain(note, feed);
            Delivery begun = deliveries
                    .begin(new DeliveryId(UUID.randomUUID()), note, now, now.plus(settings.lease()))
                    .orElseThrow(() -> new FeedFault(FeedErrorCode.IN_PROGRESS));
            ledger.append(
                    verified.actor(),
                    new FeedEvent.DeliveryStarted(
                            begun.id(), begun.attempt(), note, verified.key().id()));
            return begun;
        });
    }

    /** From here until the delivery has ended nobody converts the municipality's pseudonyms. */
    private void checkDomain(DeliveryNote note, Feed feed) {
        String municipality = note.municipality().value();
        epochs.hold(municipality);
        PseudonymDomain current = domains.current(municipality, feed.source());
        if (note.domain().filter(named -> !named.equals(current)).isPresent()) {
            throw new FeedFault(FeedErrorCode.DOMAIN_NOT_CURRENT, Map.of("current", current.text()));
        }
    }

    private Delivery load(
            VerifiedNote verified,
            Feed feed,
            WireFormat format,
            InputStream body,
            Delivery delivery,
            Leases.Held held) {
        DeliveryNote note = verified.note();
        try {
            Loads.Job job = plan.job(feed, delivery, note);
            if (feed.bringsNotifications()) {
                return notifications.load(
                        job,
                        verified.actor(),
                        body,
                        format,
                        (tally, contradicted) -> finish(verified, delivery, tally, contradicted));
            }
            return loads.load(
                    job,
                    sink -> plan.reader().read(body, plan.expected(note, format), plan.rules(feed, note), row -> {
                        held.seen();
                        sink.take(row);
                    }),
                    (tally, contradicted) -> finish(verified, delivery, tally, contradicted));
        } catch (BodyRejected rejected) {
            reject(verified.actor(), note, delivery, rejected);
            throw new FeedFault(rejected.reason(), rejected.details());
        } catch (IOException disk) {
            abort(verified.actor(), delivery, "disk");
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, disk);
        } catch (RuntimeException failure) {
            abort(verified.actor(), delivery, "failure");
            throw failure;
        }
    }

    private Delivery finish(VerifiedNote verified, Delivery delivery, Tally tally, Band contradicted) {
        Delivery.Rows rows = new Delivery.Rows(tally.valid(), tally.quarantine().total(), tally.repeated());
        AppendId entry = ledger.append(
                verified.actor(), new FeedEvent.DeliveryFinished(delivery.id(), verified.note(), rows, contradicted));
        if (!deliveries.finish(delivery, rows, entry, clock.instant())) {
            throw new FeedFault(FeedErrorCode.LEASE_LOST);
        }
        return deliveries.find(delivery.municipality(), delivery.id()).orElseThrow();
    }

    private void reject(Actor actor, DeliveryNote note, Delivery delivery, BodyRejected rejected) {
        if (rejected.reason() == FeedErrorCode.CONNECTION_CUT) {
            abort(actor, delivery, "connection");
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (deliveries.end(
                    delivery, DeliveryState.REJECTED, rejected.reason().code(), clock.instant())) {
                ledger.append(actor, new FeedEvent.DeliveryRejected(delivery.id(), note, rejected.reason()));
            }
        });
    }

    /** Best effort: what cannot be recorded now is recorded when the lease runs out. */
    private void abort(Actor actor, Delivery delivery, String reason) {
        try {
            leases.abort(actor, delivery, reason);
        } catch (RuntimeException failure) {
            LOG.warnf("delivery not aborted yet deliveryId=%s", delivery.id());
        }
    }
}
