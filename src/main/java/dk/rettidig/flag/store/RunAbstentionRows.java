package dk.rettidig.flag.store;

import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.RunId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Rows of {@code run_abstention}, in bulk. */
final class RunAbstentionRows {

    private RunAbstentionRows() {}

    static void insert(Connection connection, RunId run, AbstentionCounts counts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_abstention (run, age_band, reason, children) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, Map<Integer, Long>> reason :
                    counts.byReason().entrySet()) {
                if (reason.getKey().equals(AbstentionCounts.ALL)) {
                    continue; // stands in run_count
                }
                for (Map.Entry<Integer, Long> band : reason.getValue().entrySet()) {
                    insert.setObject(1, run.value());
                    insert.setInt(2, band.getKey());
                    insert.setString(3, reason.getKey());
                    insert.setLong(4, band.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static Map<RunId, AbstentionCounts> of(Connection connection, List<RunId> runs) throws SQLException {
        String sql = "select run, outcome, age_band, children from run_count where run = any (?) and outcome = ? "
                + "union all select run, reason, age_band, children from run_abstention where run = any (?)";
        Array ids =
                connection.createArrayOf("uuid", runs.stream().map(RunId::value).toArray());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, ids);
            select.setString(2, AbstentionCounts.ALL);
            select.setArray(3, ids);
            try (ResultSet rows = select.executeQuery()) {
                return of(rows);
            }
        }
    }

    private static Map<RunId, AbstentionCounts> of(ResultSet rows) throws SQLException {
        Map<RunId, Map<String, Map<Integer, Long>>> counts = new HashMap<>();
        while (rows.next()) {
            counts.computeIfAbsent(new RunId(rows.getObject(1, UUID.class)), _ -> new TreeMap<>())
                    .computeIfAbsent(rows.getString(2), _ -> new TreeMap<>())
                    .put(rows.getInt(3), rows.getLong(4));
        }
        Map<RunId, AbstentionCounts> abstentions = new HashMap<>();
        counts.forEach((run, of) -> abstentions.put(run, new AbstentionCounts(of)));
        return abstentions;
    }
}
