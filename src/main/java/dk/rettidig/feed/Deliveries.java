package dk.rettidig.feed;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries on file. Each method takes part in the caller's transaction. */
public interface Deliveries {

    /** The delivery that this registry sent under this id. */
    Optional<Delivery> find(MunicipalityCode municipality, RegistryId registry, NoteId note);

    /** A municipality's delivery. */
    Optional<Delivery> find(MunicipalityCode municipality, DeliveryId id);

    /** A municipality's deliveries, latest first, begun before the moment given. */
    List<Delivery> of(MunicipalityCode municipality, Instant before, int limit);

    /**
     * Begins a delivery, or begins it again after it was rejected or aborted.
     *
     * @return empty when another transaction has begun it meanwhile
     */
    Optional<Delivery> begin(DeliveryId id, DeliveryNote note, Instant now, Instant leaseUntil);

    /** Prolongs the lease of a running attempt and notes how far it is; false when the lease is lost. */
    boolean renew(Delivery delivery, Instant now, Instant leaseUntil, long rows);

    /** Makes a running attempt count; false when the lease is lost. */
    boolean finish(Delivery delivery, Delivery.Rows rows, AppendId entry, Instant now);

    /** Ends a running attempt that does not count; false when it is not running any more. */
    boolean end(Delivery delivery, DeliveryState state, String reason, Instant now);

    /** Keeps where the entry of a finished delivery ended up, once; the first answer stays. */
    Ledger.Covered cover(Delivery delivery, Ledger.Covered covered);

    /** Running deliveries whose lease has run out. */
    List<Delivery> withExpiredLease(Instant now);

    /** A page of quarantined rows by line. */
    List<QuarantinedRow> quarantine(DeliveryId id, long afterLine, int limit);

    /** How many rows of each delivery were of children out of scope or contradicted, in bands; for the DPO alone. */
    List<ScopeBand> scopeBands(MunicipalityCode municipality, int limit);

    /** A row that stayed out. */
    record QuarantinedRow(long line, RowCode code) {}

    /**
     * A delivery and the band of its rows out of scope.
     *
     * @param contradicted the band of rows that contradict those of other deliveries
     */
    record ScopeBand(DeliveryId delivery, String band, String contradicted) {}
}
