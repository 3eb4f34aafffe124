package dk.rettidig.oversight.store;

import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.oversight.EntryQuery;
import dk.rettidig.oversight.IndexedEntry;
import dk.rettidig.oversight.LedgerRegister;
import dk.rettidig.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** The register as one table with an index for each column that is searched. */
@ApplicationScoped
class SqlLedgerRegister implements LedgerRegister {

    private static final String INSERT =
            "insert into ledger_register (leaf_index, at, handle, actor_kind, type, action, "
                    + "purpose, basis, refused, exported) select * from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], "
                    + "?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[]) on conflict do nothing";

    private static final String DAYS =
            "select handle, actor_kind, (at at time zone 'Europe/Copenhagen')::date, count(*), "
                    + "count(*) filter (where refused) from ledger_register "
                    + "where at >= ? and at < ? and actor_kind not in ('public', 'scheduler', 'registry') group by 1, 2, 3";

    private final DataSource database;

    SqlLedgerRegister(DataSource database) {
        this.database = database;
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T with(Use<T> use) {
        try (Connection connection = database.getConnection()) {
            return use.of(connection);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }

    @Override
    public long size() {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select coalesce(max(leaf_index) + 1, 0) from ledger_register");
                    ResultSet found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    @Override
    public void add(List<IndexedEntry> entries) {
        with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                column(insert, 1, "bigint", entries, IndexedEntry::index);
                column(insert, 2, "timestamptz", entries, entry -> entry.at().toString());
                column(insert, 3, "text", entries, IndexedEntry::handle);
                column(insert, 4, "text", entries, IndexedEntry::actorKind);
                column(insert, 5, "text", entries, IndexedEntry::type);
                column(insert, 6, "text", entries, IndexedEntry::action);
                column(insert, 7, "text", entries, IndexedEntry::purpose);
                column(insert, 8, "text", entries, IndexedEntry::basis);
                column(insert, 9, "boolean", entries, IndexedEntry::refused);
                column(insert, 10, "boolean", entries, IndexedEntry::exported);
                return insert.executeUpdate();
            }
        });
    }

    private static void column(
            PreparedStatement insert,
            int place,
            String type,
            List<IndexedEntry> entries,
            Function<IndexedEntry, Object> value)
            throws SQLException {
        insert.setArray(
                place,
                insert.getConnection()
                        .createArrayOf(type, entries.stream().map(value).toArray()));
    }

    /** A condition with its value; the text is ours, the value always a parameter. */
    private record Condition(String sql, Object value) {}

    private static List<Condition> conditions(EntryQuery query, long below) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition("leaf_index < ?", below));
        add(conditions, "handle = ?", query.handle());
        add(conditions, "type ^@ ?", query.type());
        add(conditions, "action = ?", query.action());
        add(conditions, "purpose = ?", query.purpose());
        add(conditions, "basis = ?", query.basis());
        add(conditions, "at >= ?", query.from().map(at -> at.atOffset(ZoneOffset.UTC)));
        add(conditions, "at < ?", query.to().map(at -> at.atOffset(ZoneOffset.UTC)));
        return conditions;
    }

    private static void add(List<Condition> conditions, String sql, Optional<?> value) {
        value.ifPresent(given -> conditions.add(new Condition(sql, given)));
    }

    @Override
    public List<Long> find(EntryQuery query, long below, int limit) {
        List<Condition> conditions = conditions(query, below);
        String where =
                String.join(" and ", conditions.stream().map(Condition::sql).toList());
        String sql = "select leaf_index from ledger_register where " + where + (query.refused() ? " and refused" : "")
                + (query.exported() ? " and exported" : "") + " order by leaf_index desc limit " + limit;
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < conditions.size(); i++) {
                    select.setObject(i + 1, conditions.get(i).value());
                }
                try (ResultSet found = select.executeQuery()) {
                    List<Long> indices = new ArrayList<>();
                    while (found.next()) {
                        indices.add(found.getLong(1));
                    }
                    return indices;
                }
            }
        });
    }

    @Override
    public List<DayCount> days(LocalDate from, LocalDate to) {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DAYS)) {
                select.setObject(1, Words.dayBegins(from).atOffset(ZoneOffset.UTC));
                select.setObject(2, Words.dayBegins(to.plusDays(1)).atOffset(ZoneOffset.UTC));
                try (ResultSet found = select.executeQuery()) {
                    List<DayCount> days = new ArrayList<>();
                    while (found.next()) {
                        days.add(new DayCount(
                                found.getString(1),
                                found.getString(2),
                                found.getObject(3, LocalDate.class),
                                found.getLong(4),
                                found.getLong(5)));
                    }
                    return days;
                }
            }
        });
    }
}
