package dk.rettidig.feed.store;

import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
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

/** Short statements on the connection of the caller's transaction. */
final class Sql {

    private Sql() {}

    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    static <T> List<T> all(DataSource database, Mapper<T> mapper, String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            try (ResultSet rows = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
    }

    static <T> Optional<T> one(DataSource database, Mapper<T> mapper, String sql, Object... parameters) {
        return all(database, mapper, sql, parameters).stream().findFirst();
    }

    /** Number of rows changed. */
    static int change(DataSource database, String sql, Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return change(connection, sql, parameters);
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
    }

    static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            switch (parameter) {
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case String[] texts ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
                case Short[] numbers ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("smallint", numbers));
                case Optional<?> optional -> statement.setObject(i + 1, optional.orElse(null));
                default -> statement.setObject(i + 1, parameter);
            }
        }
    }
}
