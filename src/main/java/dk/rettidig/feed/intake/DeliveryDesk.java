package dk.rettidig.feed.intake;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.Feeds;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.CprDetector;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a delivery from its note to its receipt: identify the sender, ask the gate, answer a repeated note with what it
 * got before, and only then read the body.
 */
@ApplicationScoped
public class DeliveryDesk {

    private final NoteVerification notes;
    private final Feeds feeds;
    private final Deliveries deliveries;
    private final Gate gate;
    private final DeliveryRun run;
    private final Receipts receipts;
    private final Ledger ledger;
    private final FeedSettings settings;
    private final Clock clock;

    DeliveryDesk(
            NoteVerification notes,
            Feeds feeds,
            Deliveries deliveries,
            Gate gate,
            DeliveryRun run,
            Receipts receipts,
            Ledger ledger,
            FeedSettings settings,
            Clock clock) {
        this.notes = notes;
        this.feeds = feeds;
        this.deliveries = deliveries;
        this.gate = gate;
        this.run = run;
        this.receipts = receipts;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Delivers.
     *
     * @throws FeedFault with a code for everything that is wrong with note, headers or body
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses
     */
    public Receipt deliver(Incoming incoming) {
        VerifiedNote verified = notes.verify(incoming.note());
        DeliveryNote note = verified.note();
        checkPath(incoming.feedPath(), note);
        Optional<Delivery> earlier = find(note);
        Optional<Receipt> told = earlier.flatMap(delivery -> repeated(verified, delivery));
        if (told.isPresent()) {
            return told.get();
        }
        Feed feed = agreed(verified);
        checkTime(note, feed);
        gate.demand(request(verified.actor(), note, feed));
        checkIndicators(note, feed);
        WireFormat format = WireFormat.of(incoming, settings.maximumWireBytes());
        if (feed.bringsNotifications()) {
            NotificationLoads.check(note, format);
        }
        return receipts.of(run(verified, feed, format, incoming));
    }

    private Delivery run(VerifiedNote verified, Feed feed, WireFormat format, Incoming incoming) {
        try {
            return run.deliver(verified, feed, format, incoming.body());
        } catch (FeedFault fault) {
            if (fault.reason() == FeedErrorCode.IN_PROGRESS) {
                find(verified.note()).ifPresent(other -> putOnRecord(verified, other, fault.reason()));
            }
            throw fault;
        }
    }

    private Optional<Delivery> find(DeliveryNote note) {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.find(note.municipality(), note.registry(), note.id()));
    }

    /**
     * What a note gets whose id was used before: the receipt, or that it is in conflict, each after the gate decided; empty
     * when the delivery was rejected or aborted and may be sent again.
     */
    private Optional<Receipt> repeated(VerifiedNote verified, Delivery earlier) {
        DeliveryNote note = verified.note();
        Optional<FeedErrorCode> conflict = conflict(earlier, note);
        if (conflict.isEmpty() && earlier.state() != DeliveryState.FINISHED) {
            return Optional.empty();
        }
        gate.demand(Request.plain(
                        verified.actor(), Action.READ_RECEIPT, Purpose.CHILD_SUPPORT, Optional.of(note.municipality()))
                .with("feed", earlier.feed().value())
                .with("feed_of", "self"));
        if (conflict.isPresent()) {
            putOnRecord(verified, earlier, conflict.get());
            throw new FeedFault(conflict.get());
        }
        return Optional.of(receipts.of(earlier));
    }

    private void putOnRecord(VerifiedNote verified, Delivery other, FeedErrorCode conflict) {
        ledger.appendCommitted(
                verified.actor(), new FeedEvent.DeliveryConflicted(other.id(), verified.note(), conflict));
    }

    private static void checkPath(String path, DeliveryNote note) {
        if (CprDetector.found(path)) {
            throw new FeedFault(FeedErrorCode.CPR_NUMBER_FOUND, Map.of("where", "path"));
        }
        if (!path.equals(note.feed().value())) {
            throw new FeedFault(FeedErrorCode.NOTE_MISMATCH, Map.of("claim", "feed"));
        }
    }

    private static Optional<FeedErrorCode> conflict(Delivery earlier, DeliveryNote note) {
        if (!earlier.sha256().equals(note.sha256()) || !earlier.feed().equals(note.feed())) {
            return Optional.of(FeedErrorCode.DIGEST_CONFLICT);
        }
        return Optional.of(FeedErrorCode.IN_PROGRESS).filter(running -> earlier.state() == DeliveryState.RUNNING);
    }

    private Feed agreed(VerifiedNote verified) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feeds.find(verified.note().feed()))
                .filter(feed -> feed.registration().approved()
                        && feed.registry().equals(verified.key().registry())
                        && feed.municipality().equals(verified.key().municipality()))
                .orElseThrow(() -> unknown(verified));
    }

    /** Puts the attempt on the record; the answer does not say whether the feed is another's or nobody's. */
    private FeedFault unknown(VerifiedNote verified) {
        DeliveryNote note = verified.note();
        gate.decide(
                Request.plain(verified.actor(), Action.DELIVER, Purpose.CHILD_SUPPORT, Optional.of(note.municipality()))
                        .with("feed", note.feed().value())
                        .with("feed_of", "other"));
        return new FeedFault(FeedErrorCode.FEED_UNKNOWN);
    }

    private void checkTime(DeliveryNote note, Feed feed) {
        Instant now = clock.instant();
        if (note.issuedAt().isAfter(now.plus(settings.clockTolerance()))
                || note.issuedAt().isBefore(now.minus(settings.noteAge()))) {
            throw new FeedFault(FeedErrorCode.NOTE_EXPIRED);
        }
        if (note.period()
                .from()
                .isBefore(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(feed.maximumAgeDays()))) {
            throw new FeedFault(FeedErrorCode.NOTE_MISMATCH, Map.of("claim", "period", "maximum_age_days", (long)
                    feed.maximumAgeDays()));
        }
    }

    private static Request request(Actor actor, DeliveryNote note, Feed feed) {
        return new Request(
                actor,
                Action.DELIVER,
                Purpose.CHILD_SUPPORT,
                Optional.of(note.municipality()),
                Optional.of(feed.phase()),
                Optional.of(feed.basis()),
                feed.scope(),
                note.indicators(),
                Set.of(feed.sourceKind()),
                feed.synthetic(),
                Optional.empty(),
                Map.of("feed", feed.id().value(), "feed_of", "self"));
    }

    /** After the gate, so that an indicator that no basis covers is refused with the rule's own words. */
    private static void checkIndicators(DeliveryNote note, Feed feed) {
        if (!feed.indicators().containsAll(note.indicators())) {
            throw new FeedFault(FeedErrorCode.INDICATOR_NOT_AGREED);
        }
    }
}
