package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.ErasableTables;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The only statements of the ledger that delete. */
@Singleton
class SqlErasable implements ErasableTables {

    private static final String BEFORE = " using ledger_append a where a.append_id = c.append_id and a.at < ?"
            + Halting.unlessEntryHalted("c.append_id");

    private static final String ACTORS = "delete from ledger_actor where year < ? and handle not in"
            + " (select a.actor from ledger_append a join (" + Halting.entries() + ") h on h.kept = a.append_id)";

    private static final String FLAGS = """
        with named as materialized (select append_id from ledger_subject where lookup = ?),
        flags as materialized (select distinct f.flag from ledger_flag f join named using (append_id))
        """;

    private static final String APPENDS = FLAGS + """
        select append_id from named
        union
        select f.append_id from ledger_flag f join flags using (flag)
        where not exists (select 1 from ledger_flag other
            where other.append_id = f.append_id and other.flag not in (select flag from flags))
        """;

    /** What {@code halted_appends()} answers for one child. */
    private static final String KEPT = "with named as materialized (select append_id from ledger_subject s"
            + " where s.lookup = ? and " + Halting.isLookupHalted("s.lookup", "?") + "),"
            + " kept as (select append_id from named union select other.append_id from named"
            + " join ledger_flag own on own.append_id = named.append_id join ledger_flag other on other.flag = own.flag)";

    private static final String KEPT_COMMITMENTS =
            KEPT + " select count(*) from ledger_commitment join kept using (append_id)";

    private static final String KEPT_ACTORS = KEPT + " select count(*) from ledger_actor where handle in"
            + " (select a.actor from ledger_append a join kept using (append_id))";

    private static final String SEALED = "select exists (select 1 from ledger_commitment c"
            + " where substring(c.sealed from 1 for octet_length(p.prefix)) = p.prefix)"
            + " or exists (select 1 from ledger_actor a"
            + " where substring(a.sealed from 1 for octet_length(p.prefix)) = p.prefix)"
            + " from (select ?::bytea as prefix) p";

    private final DataSource database;

    SqlErasable(DataSource database) {
        this.database = database;
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @Override
    public Optional<SealedValue> commitment(AppendId id, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select sealed from ledger_commitment where append_id = ? and name = ?")) {
            select.setLong(1, id.value());
            select.setString(2, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(new SealedValue(found.getBytes(1))) : Optional.empty();
            }
        }
    }

    @Override
    public int eraseCommitments(AppendId id) throws SQLException {
        return delete("delete from ledger_commitment where append_id = ?", each -> each.setLong(1, id.value()));
    }

    @Override
    public int eraseCommitmentsBefore(Instant moment) throws SQLException {
        Parameters before = each -> each.setObject(1, moment.atOffset(ZoneOffset.UTC));
        int erased = delete("delete from ledger_commitment c" + BEFORE, before);
        // Flags first: which entries are halted is found through subjects.
        delete("delete from ledger_flag c" + BEFORE, before);
        delete("delete from ledger_subject c" + BEFORE, before);
        return erased;
    }

    @Override
    public List<AppendId> appendsOf(byte[] lookup) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(APPENDS)) {
            select.setBytes(1, lookup);
            List<AppendId> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new AppendId(row.getLong(1)));
                }
            }
            return found;
        }
    }

    @Override
    public int keptCommitments(String municipality, byte[] lookup) throws SQLException {
        return kept(KEPT_COMMITMENTS, municipality, lookup);
    }

    @Override
    public int keptActors(String municipality, byte[] lookup) throws SQLException {
        return kept(KEPT_ACTORS, municipality, lookup);
    }

    private int kept(String sql, String municipality, byte[] lookup) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, lookup);
            select.setShort(2, Short.parseShort(municipality));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Math.toIntExact(row.getLong(1));
            }
        }
    }

    @Override
    public boolean anySealed(byte[] prefix) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SEALED)) {
            select.setBytes(1, prefix);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }

    @Override
    public int forget(byte[] lookup) throws SQLException {
        Parameters child = each -> each.setBytes(1, lookup);
        // Flags first: which are the child's is found through subjects.
        int flags = delete(FLAGS + " delete from ledger_flag f using flags where f.flag = flags.flag", child);
        return flags + delete("delete from ledger_subject where lookup = ?", child);
    }

    @Override
    public int eraseActorsBefore(int year) throws SQLException {
        return delete(ACTORS, each -> each.setInt(1, year));
    }

    private int delete(String sql, Parameters parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            parameters.set(delete);
            return delete.executeUpdate();
        }
    }
}
