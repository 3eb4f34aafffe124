package dk.rettidig.flag.store;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.RaisedFlag;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunEffect;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.member.Lot;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.merkle.Hash;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes what a finished run leaves behind, on the connection of its transaction. */
@Singleton
class RunEffectRows {

    /** Leaves in a row: 2 MB, far below what PostgreSQL and the driver hold at once. */
    static final int CHUNK = 65_536;

    private final ErasureBox box;
    private final StrengthBox strengths;
    private final IndicatorCatalogue catalogue;

    RunEffectRows(ErasureBox box, StrengthBox strengths, IndicatorCatalogue catalogue) {
        this.box = box;
        this.strengths = strengths;
        this.catalogue = catalogue;
    }

    void insert(Connection connection, Run run, RunEffect effect) throws SQLException {
        salt(connection, run.id(), effect);
        leaves(connection, run.id(), effect.membership());
        counts(connection, run.id(), effect.byAgeBand());
        RunAbstentionRows.insert(connection, run.id(), effect.abstentions());
        if (effect.lot().isPresent()) {
            lot(connection, run.id(), effect.lot().get());
        }
        short municipality = run.request().municipality().number();
        flags(connection, municipality, run.id(), effect.endedAt(), effect.flags());
        facts(connection, municipality, effect.flags());
        strengths(connection, municipality, effect.flags());
    }

    /** What a run's salt is sealed for. */
    static String saltContext(RunId run) {
        return "run_salt " + run;
    }

    private void salt(Connection connection, RunId run, RunEffect effect) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into run_salt (run, sealed) values (?, ?)")) {
            insert.setObject(1, run.value());
            insert.setBytes(2, box.seal(effect.salt().bytes(), saltContext(run)));
            insert.executeUpdate();
        }
    }

    private static void leaves(Connection connection, RunId run, Membership membership) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_membership (run, chunk, first, leaves) values (?, ?, ?, ?)")) {
            for (int from = 0; from < membership.size(); from += CHUNK) {
                insert.setObject(1, run.value());
                insert.setInt(2, from / CHUNK);
                insert.setBytes(3, membership.leaf(from).bytes());
                insert.setBytes(4, membership.leaves(from, Math.min(membership.size(), from + CHUNK)));
                insert.executeUpdate();
            }
        }
    }

    private static void counts(Connection connection, RunId run, Map<Integer, Map<String, Long>> byAgeBand)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_count (run, age_band, outcome, children) values (?, ?, ?, ?)")) {
            for (Map.Entry<Integer, Map<String, Long>> band : byAgeBand.entrySet()) {
                for (Map.Entry<String, Long> outcome : band.getValue().entrySet()) {
                    insert.setObject(1, run.value());
                    insert.setInt(2, band.getKey());
                    insert.setString(3, outcome.getKey());
                    insert.setLong(4, outcome.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void lot(Connection connection, RunId run, Lot.Drawn lot) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_lot (run, capacity, seed, checkpoint, tickets) values (?, ?, ?, ?, ?)")) {
            ByteArrayOutputStream tickets =
                    new ByteArrayOutputStream(lot.tickets().size() * Hash.LENGTH);
            lot.tickets().forEach(ticket -> tickets.writeBytes(ticket.bytes()));
            insert.setObject(1, run.value());
            insert.setInt(2, lot.capacity());
            insert.setBytes(3, lot.seed().bytes());
            insert.setString(4, lot.checkpoint());
            insert.setBytes(5, tickets.toByteArray());
            insert.executeUpdate();
        }
    }

    private void flags(Connection connection, short municipality, RunId run, Instant at, List<RaisedFlag> flags)
            throws SQLException {
        String sql = "insert into flag (municipality, id, run, pseudonym, state, deadline, changed_at, missing, stale, "
                + "lot_nonce, retracted, values_salt) values (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (RaisedFlag flag : flags) {
                insert.setShort(1, municipality);
                insert.setObject(2, flag.id().value());
                insert.setObject(3, run.value());
                insert.setBytes(4, flag.pseudonym().bytes());
                insert.setObject(5, flag.deadline().atOffset(ZoneOffset.UTC));
                insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                insert.setArray(7, connection.createArrayOf("int2", codes(flag.missing())));
                insert.setArray(8, connection.createArrayOf("int2", codes(flag.stale())));
                insert.setArray(10, connection.createArrayOf("int2", codes(flag.retracted())));
                insert.setBytes(11, flag.salt().bytes());
                if (flag.nonce().isPresent()) {
                    insert.setBytes(9, flag.nonce().get().bytes());
                } else {
                    insert.setNull(9, Types.BINARY);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void facts(Connection connection, short municipality, List<RaisedFlag> flags) throws SQLException {
        String sql = "insert into flag_fact (municipality, flag, indicator, period_from, period_to, value, known_at, "
                + "delivery) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (RaisedFlag flag : flags) {
                for (FlagFacts.Fact fact : flag.facts()) {
                    insert.setShort(1, municipality);
                    insert.setObject(2, flag.id().value());
                    insert.setShort(3, code(fact.indicator()));
                    insert.setObject(4, fact.from());
                    insert.setObject(5, fact.to());
                    insert.setDouble(6, fact.value());
                    insert.setObject(7, fact.knownAt().atOffset(ZoneOffset.UTC));
                    if (fact.delivery().isPresent()) {
                        insert.setLong(8, fact.delivery().getAsLong());
                    } else {
                        insert.setNull(8, Types.BIGINT);
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void strengths(Connection connection, short municipality, List<RaisedFlag> flags) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into flag_strength (municipality, flag, sealed) values (?, ?, ?)")) {
            for (RaisedFlag flag : flags) {
                insert.setShort(1, municipality);
                insert.setObject(2, flag.id().value());
                insert.setBytes(3, strengths.seal(flag.id(), flag.strength()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Object[] codes(List<IndicatorId> indicators) {
        return indicators.stream().map(this::code).toArray();
    }

    private short code(IndicatorId indicator) {
        return catalogue.find(indicator).orElseThrow().code();
    }
}
