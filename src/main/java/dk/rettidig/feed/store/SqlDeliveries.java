package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** How far deliveries have come: leases and their conditions in SQL; reading is Hibernate's. */
@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private final DataSource database;
    private final DeliveryRepository rows;

    SqlDeliveries(DataSource database, DeliveryRepository rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Optional<Delivery> find(MunicipalityCode municipality, RegistryId registry, NoteId note) {
        return rows.find(municipality, registry, note);
    }

    @Override
    public Optional<Delivery> find(MunicipalityCode municipality, DeliveryId id) {
        return rows.find(municipality, id);
    }

    @Override
    public List<Delivery> of(MunicipalityCode municipality, Instant before, int limit) {
        return rows.of(municipality, before, limit);
    }

    @Override
    public List<Delivery> withExpiredLease(Instant now) {
        return rows.withExpiredLease(now);
    }

    @Override
    public List<QuarantinedRow> quarantine(DeliveryId id, long afterLine, int limit) {
        return rows.quarantine(id, afterLine, limit);
    }

    @Override
    public List<ScopeBand> scopeBands(MunicipalityCode municipality, int limit) {
        return rows.scopeBands(municipality, limit);
    }

    @Override
    public Optional<Delivery> begin(DeliveryId id, DeliveryNote note, Instant now, Instant leaseUntil) {
        Optional<UUID> begun = Sql.one(
                database,
                row -> row.getObject("id", UUID.class),
                "insert into delivery (id, municipality, registry, feed, jti, sha256, mode, period_from, period_to,"
                        + " state, attempt, lease_until, started_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 1, ?,"
                        + " ?) on conflict (municipality, registry, jti) do update set state = 'running', attempt ="
                        + " delivery.attempt + 1, lease_until = excluded.lease_until, started_at = excluded.started_at,"
                        + " ended_at = null, rejection = null where delivery.state in ('rejected', 'aborted') and"
                        + " delivery.sha256 = excluded.sha256 and delivery.feed = excluded.feed returning id",
                id.value(),
                note.municipality().number(),
                note.registry().value(),
                note.feed().value(),
                note.id().value(),
                note.sha256().bytes(),
                note.mode().id(),
                note.period().from(),
                note.period().to(),
                leaseUntil,
                now);
        return begun.flatMap(row -> rows.find(note.municipality(), new DeliveryId(row)));
    }

    @Override
    public boolean renew(Delivery delivery, Instant now, Instant leaseUntil, long seen) {
        boolean held = Sql.change(
                        database,
                        "update delivery set lease_until = ? where id = ? and state = 'running' and attempt = ?",
                        leaseUntil,
                        delivery.id().value(),
                        delivery.attempt())
                == 1;
        if (held) {
            Sql.change(
                    database,
                    "insert into delivery_progress (delivery, rows, seen_at) values (?, ?, ?)"
                            + " on conflict (delivery) do update set rows = excluded.rows, seen_at = excluded.seen_at",
                    delivery.id().value(),
                    seen,
                    now);
        }
        return held;
    }

    @Override
    public boolean finish(Delivery delivery, Delivery.Rows counted, AppendId entry, Instant now) {
        return Sql.change(
                        database,
                        "update delivery set state = 'finished', ended_at = ?, rows_valid = ?, rows_quarantined = ?,"
                                + " rows_repeated = ?, append_id = ? where id = ? and state = 'running' and attempt = ?",
                        now,
                        counted.valid(),
                        counted.quarantined(),
                        counted.repeated(),
                        entry.value(),
                        delivery.id().value(),
                        delivery.attempt())
                == 1;
    }

    @Override
    public boolean end(Delivery delivery, DeliveryState state, String reason, Instant now) {
        return Sql.change(
                        database,
                        "update delivery set state = ?, rejection = ?, ended_at = ?"
                                + " where id = ? and state = 'running' and attempt = ?",
                        state.id(),
                        reason,
                        now,
                        delivery.id().value(),
                        delivery.attempt())
                == 1;
    }

    @Override
    public Ledger.Covered cover(Delivery delivery, Ledger.Covered covered) {
        Sql.change(
                database,
                "update delivery set leaf_index = ?, tree_size = ?, checkpoint = ? where id = ? and checkpoint is null",
                covered.leafIndex(),
                covered.treeSize(),
                covered.checkpoint(),
                delivery.id().value());
        return rows.find(delivery.municipality(), delivery.id())
                .flatMap(Delivery::covered)
                .orElse(covered);
    }
}
