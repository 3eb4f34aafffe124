package dk.rettidig.feed.intake;

import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.body.BodyRejected;
import dk.rettidig.feed.body.RowSink;
import dk.rettidig.feed.body.Tally;
import dk.rettidig.scope.Band;
import dk.rettidig.scope.ScopeSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Loads the rows of a delivery in one transaction, beside the reading of its body. */
public interface Loads {

    /**
     * Reads and loads. Rows are written while they are read; they count when this returns, and nothing of them exists when
     * it throws.
     *
     * @return what the finishing returned, after the commit
     * @throws BodyRejected when the reading rejects the body
     * @throws IOException when the disk fails
     * @throws dk.rettidig.feed.FeedFault when the database fails
     */
    <T> T load(Job job, Reading reading, Finishing<T> finishing) throws BodyRejected, IOException;

    /**
     * What is loaded.
     *
     * @param scope whose rows are kept, under what each child is called here; those of others are dropped in memory
     * @param indicators codes of the indicators that the note names
     * @param maximumDays longest interval of scope under the feed's basis, in days
     * @param heldSince conclusions of intervals that ended later than this are taken
     */
    record Job(
            Feed feed,
            Delivery delivery,
            DeliveryNote note,
            ScopeSet scope,
            Set<Short> indicators,
            int maximumDays,
            Instant heldSince) {

        public Job {
            indicators = Set.copyOf(indicators);
        }
    }

    /** Reads the body and gives its rows to the sink. */
    @FunctionalInterface
    interface Reading {
        Tally read(RowSink sink) throws IOException, BodyRejected;
    }

    /**
     * Loads notifications that were read, in one transaction.
     *
     * @param filing gives each to whoever keeps them
     * @return what the finishing returned, after the commit
     * @throws dk.rettidig.feed.FeedFault when the database fails
     */
    <T> T loadNotifications(Job job, Supplier<Tally> filing, Finishing<T> finishing);

    /** What belongs to the effect and shares its transaction: the entry and the delivery's new state. */
    @FunctionalInterface
    interface Finishing<T> {
        /**
         * Finishes.
         *
         * @param contradicted how many rows contradict rows of other deliveries; tells who is in scope, and so no sender
         */
        T finish(Tally tally, Band contradicted);
    }
}
