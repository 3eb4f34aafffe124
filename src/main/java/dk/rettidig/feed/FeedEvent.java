package dk.rettidig.feed;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.scope.Band;
import dk.rettidig.seal.KeyId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What happens to keys, feeds and deliveries. Nothing in them depends on which child is known. */
public sealed interface FeedEvent extends LedgerEvent {

    /** Something was done about a registry key. */
    @Recorded(
            by = {ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER, ActorKind.OPERATOR},
            ground = "GDPR 32(4)")
    record KeyChanged(KeyChange change, KeyId key, MunicipalityCode municipality, RegistryId registry)
            implements FeedEvent {
        @Override
        public String type() {
            return change.type;
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("key", key.value())
                    .text("municipality", municipality.value())
                    .text("registry", registry.value());
        }
    }

    /** What was done about a key. */
    enum KeyChange {
        PROPOSED("feed.key_proposed"),
        APPROVED("feed.key_approved"),
        WITHDRAWN("feed.key_withdrawn");

        private final String type;

        KeyChange(String type) {
            this.type = type;
        }
    }

    /** A feed agreement was proposed, in full. */
    @Recorded(by = ActorKind.DATA_TEAM_PERSON, ground = "GDPR 5(1)(b), 30")
    record FeedProposed(Feed feed) implements FeedEvent {
        @Override
        public String type() {
            return "feed.feed_proposed";
        }

        @Override
        public EventFields fields() {
            return agreement(feed);
        }
    }

    /** A feed agreement was approved, in full. */
    @Recorded(
            by = {ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER},
            ground = "GDPR 5(1)(b), 30")
    record FeedApproved(Feed feed) implements FeedEvent {
        @Override
        public String type() {
            return "feed.feed_approved";
        }

        @Override
        public EventFields fields() {
            return agreement(feed);
        }
    }

    private static EventFields agreement(Feed feed) {
        EventFields told = EventFields.none()
                .text("feed", feed.id().value())
                .text("municipality", feed.municipality().value())
                .text("registry", feed.registry().value())
                .text("source_kind", feed.sourceKind())
                .texts("indicators", indicators(feed.indicators()))
                .text("basis", feed.basis().value())
                .text("phase", feed.phase().id())
                .text("scope", feed.scope().id())
                .truth("synthetic", feed.synthetic())
                .number("maximum_age_days", feed.maximumAgeDays());
        return feed.source()
                .map(source -> told.text("pseudonym_source", source))
                .orElse(told);
    }

    /** A delivery begins; the gate permitted it. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 5(2), 15(1)")
    record DeliveryStarted(DeliveryId id, int attempt, DeliveryNote note, KeyId key) implements FeedEvent {
        @Override
        public String type() {
            return "feed.delivery_started";
        }

        @Override
        public EventFields fields() {
            return delivery(id, note)
                    .number("attempt", attempt)
                    .text("key", key.value())
                    .text("sha256", note.sha256().text())
                    .text("mode", note.mode().id())
                    .text("period_from", note.period().from().toString())
                    .text("period_to", note.period().to().toString())
                    .texts("indicators", indicators(note.indicators()))
                    .number("rows", note.rows());
        }
    }

    /** A delivery counts, from this entry on. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 5(2), 15(1)")
    record DeliveryFinished(DeliveryId id, DeliveryNote note, Delivery.Rows rows, Band contradicted)
            implements FeedEvent {
        @Override
        public String type() {
            return "feed.delivery_finished";
        }

        @Override
        public EventFields fields() {
            return delivery(id, note)
                    .text("sha256", note.sha256().text())
                    .number("rows_valid", rows.valid())
                    .number("rows_quarantined", rows.quarantined())
                    .number("rows_repeated", rows.repeated())
                    .committed("contradicted", contradicted.label().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Nothing of a delivery counts, for this reason. */
    @Recorded(by = ActorKind.REGISTRY, result = Recorded.Result.REFUSED, ground = "GDPR 5(1)(d), 32(1)(b)")
    record DeliveryRejected(DeliveryId id, DeliveryNote note, FeedErrorCode reason) implements FeedEvent {
        @Override
        public String type() {
            return "feed.delivery_rejected";
        }

        @Override
        public EventFields fields() {
            return delivery(id, note).text("reason", reason.code());
        }
    }

    /** A note came under the id of another delivery, or of one that is still running; nothing was taken. */
    @Recorded(by = ActorKind.REGISTRY, result = Recorded.Result.REFUSED, ground = "GDPR 5(1)(f)")
    record DeliveryConflicted(DeliveryId id, DeliveryNote note, FeedErrorCode reason) implements FeedEvent {
        @Override
        public String type() {
            return "feed.delivery_conflicted";
        }

        @Override
        public EventFields fields() {
            return delivery(id, note).text("sha256", note.sha256().text()).text("reason", reason.code());
        }
    }

    /** Nothing of a delivery counts: it was cut off or its lease ran out. The same note may be sent again. */
    @Recorded(
            by = {ActorKind.REGISTRY, ActorKind.SCHEDULER},
            result = Recorded.Result.FAILED,
            ground = "GDPR 5(1)(f)")
    record DeliveryAborted(
            DeliveryId id, FeedId feed, RegistryId registry, MunicipalityCode municipality, String reason)
            implements FeedEvent {
        @Override
        public String type() {
            return "feed.delivery_aborted";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("delivery", id.toString())
                    .text("feed", feed.value())
                    .text("registry", registry.value())
                    .text("municipality", municipality.value())
                    .text("reason", reason);
        }
    }

    /** How many notes could not be verified in a minute. */
    @Recorded(by = ActorKind.SCHEDULER, result = Recorded.Result.REFUSED, ground = "GDPR 32(1)(b)")
    record NotesUnverified(Instant minute, long attempts) implements FeedEvent {
        @Override
        public String type() {
            return "feed.notes_unverified";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().moment("minute", minute).number("attempts", attempts);
        }
    }

    private static EventFields delivery(DeliveryId id, DeliveryNote note) {
        return EventFields.none()
                .text("delivery", id.toString())
                .text("feed", note.feed().value())
                .text("registry", note.registry().value())
                .text("municipality", note.municipality().value());
    }

    private static List<String> indicators(java.util.Set<IndicatorId> ids) {
        return ids.stream().map(IndicatorId::value).sorted().toList();
    }
}
