package dk.rettidig.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a database that is away from a fault of ours. */
final class DatabaseTrouble {

    /** PostgreSQL error classes: 08 connection, 53 resources, 57 operator intervention, 58 system. */
    private static final java.util.Set<String> AWAY = java.util.Set.of("08", "53", "57", "58");

    /** How far down a chain of causes is looked; chains are short, and a cycle must end. */
    private static final int DEPTH = 20;

    private DatabaseTrouble() {}

    static boolean isUnavailable(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; depth < DEPTH && current != null; depth++) {
            if (current instanceof SQLTransientException) {
                return true;
            }
            if (current instanceof SQLException sql && away(sql)) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    private static boolean away(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // Agroal's acquisition timeout carries no state.
            String message = failure.getMessage();
            return message != null && message.contains("Acquisition timeout");
        }
        return state.length() >= 2 && AWAY.contains(state.substring(0, 2));
    }
}
