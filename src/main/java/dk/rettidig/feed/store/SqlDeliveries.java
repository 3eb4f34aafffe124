package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RowCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private final DataSource database;

    SqlDeliveries(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Delivery> find(MunicipalityCode municipality, RegistryId registry, NoteId note) {
        return Sql.one(
                database,
                SqlDeliveries::map,
                "select * from delivery where municipality = ? and registry = ? and jti = ?",
                municipality.number(),
                registry.value(),
                note.value());
    }

    @Override
    public Optional<Delivery> find(MunicipalityCode municipality, DeliveryId id) {
        return Sql.one(
                database,
                SqlDeliveries::map,
                "select * from delivery where id = ? and municipality = ?",
                id.value(),
                municipality.number());
    }

    @Override
    public List<Delivery> of(MunicipalityCode municipality, Instant before, int limit) {
        return Sql.all(
                database,
                SqlDeliveries::map,
                "select * from delivery where municipality = ? and started_at < ? order by started_at desc, number desc"
                        + " limit ?",
                municipality.number(),
                before,
                limit);
    }

    @Override
    public Optional<Delivery> begin(DeliveryId id, DeliveryNote note, Instant now, Instant leaseUntil) {
        return Sql.one(
                database,
                SqlDeliveries::map,
                "insert into delivery (id, municipality, registry, feed, jti, sha256, mode, period_from, period_to,"
                        + " state, attempt, lease_until, started_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 1, ?,"
                        + " ?) on conflict (municipality, registry, jti) do update set state = 'running', attempt ="
                        + " delivery.attempt + 1, lease_until = excluded.lease_until, started_at = excluded.started_at,"
                        + " ended_at = null, rejection = null where delivery.state in ('rejected', 'aborted') and"
                        + " delivery.sha256 = excluded.sha256 and delivery.feed = excluded.feed returning *",
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
    }

    @Override
    public boolean renew(Delivery delivery, Instant now, Instant leaseUntil, long rows) {
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
                    rows,
                    now);
        }
        return held;
    }

    @Override
    public boolean finish(Delivery delivery, Delivery.Rows rows, AppendId entry, Instant now) {
        return Sql.change(
                        database,
                        "update delivery set state = 'finished', ended_at = ?, rows_valid = ?, rows_quarantined = ?,"
                                + " rows_repeated = ?, append_id = ? where id = ? and state = 'running' and attempt = ?",
                        now,
                        rows.valid(),
                        rows.quarantined(),
                        rows.repeated(),
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
        return find(delivery.municipality(), delivery.id())
                .flatMap(Delivery::covered)
                .orElse(covered);
    }

    @Override
    public List<Delivery> withExpiredLease(Instant now) {
        return Sql.all(
                database,
                SqlDeliveries::map,
                "select * from delivery where state = 'running' and lease_until < ? order by number",
                now);
    }

    @Override
    public List<QuarantinedRow> quarantine(DeliveryId id, long afterLine, int limit) {
        return Sql.all(
                database,
                row -> new QuarantinedRow(
                        row.getLong("line"),
                        RowCode.withNumber(row.getShort("code")).orElse(RowCode.MALFORMED)),
                "select line, code from quarantined_row where delivery = ? and line > ? order by line limit ?",
                id.value(),
                afterLine,
                limit);
    }

    @Override
    public List<ScopeBand> scopeBands(MunicipalityCode municipality, int limit) {
        try (Connection connection = database.getConnection()) {
            Sql.see(connection, municipality);
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
        return Sql.all(
                database,
                row -> new ScopeBand(new DeliveryId(row.getObject("id", UUID.class)), row.getString("dropped_band")),
                "select d.id, b.dropped_band from delivery_scope_band b join delivery d on d.id = b.delivery"
                        + " where d.municipality = ? order by d.number desc limit ?",
                municipality.number(),
                limit);
    }

    private static Delivery map(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String checkpoint = row.getString("checkpoint");
        long entry = row.getLong("append_id");
        boolean entered = !row.wasNull();
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                MunicipalityCode.of(row.getInt("municipality")),
                new RegistryId(row.getString("registry")),
                new FeedId(row.getString("feed")),
                new NoteId(row.getString("jti")),
                Digest.of(row.getBytes("sha256")),
                DeliveryState.of(row.getString("state")),
                row.getInt("attempt"),
                Sql.instant(row, "started_at"),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("rejection")),
                new Delivery.Rows(
                        row.getLong("rows_valid"), row.getLong("rows_quarantined"), row.getLong("rows_repeated")),
                entered ? Optional.of(new AppendId(entry)) : Optional.empty(),
                Optional.ofNullable(checkpoint).map(note -> covered(row, note)));
    }

    private static Ledger.Covered covered(ResultSet row, String checkpoint) {
        try {
            return new Ledger.Covered(row.getLong("leaf_index"), row.getLong("tree_size"), checkpoint);
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
    }
}
