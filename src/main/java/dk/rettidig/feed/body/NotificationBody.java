package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The notifications of a delivery, each id once. They are few, unlike observations: a delivery has at most {@link #MOST}. Nothing
 * counts before {@link #filed} has given each to whoever keeps notifications.
 */
public final class NotificationBody {

    /** More than the largest municipality receives in a year. */
    public static final int MOST = 20_000;

    private final List<NotificationRow> rows;
    private final Quarantine quarantine;
    private final long repeated;
    private final long wireBytes;

    private NotificationBody(Gathering gathering, long wireBytes) {
        this.rows = List.copyOf(gathering.rows.values());
        this.quarantine = gathering.quarantine;
        this.repeated = gathering.repeated;
        this.wireBytes = wireBytes;
    }

    /** The notifications of the right form, in the order of the body. */
    public List<NotificationRow> rows() {
        return rows;
    }

    /**
     * Gives each to whoever keeps notifications; what is not taken is quarantined.
     *
     * @param taking what is wrong with a row, or empty
     */
    public Tally filed(Function<NotificationRow, Optional<RowCode>> taking) {
        long valid = 0;
        for (NotificationRow row : rows) {
            Optional<RowCode> fault = taking.apply(row);
            if (fault.isPresent()) {
                quarantine.add(row.line(), fault.get());
            } else {
                valid++;
            }
        }
        return new Tally(valid, repeated, quarantine, wireBytes, false);
    }

    /** Gathers what a body holds. */
    static final class Gathering implements NotificationStream {

        private final Map<String, NotificationRow> rows = new LinkedHashMap<>();
        private final Quarantine quarantine = new Quarantine();
        private long repeated;
        private long found;

        @Override
        public void good(NotificationRow row) {
            found++;
            Optional<NotificationRow> earlier = Optional.ofNullable(rows.putIfAbsent(row.notification(), row));
            if (earlier.isPresent()) {
                if (row.repeats(earlier.get())) {
                    repeated++;
                } else {
                    quarantine.add(row.line(), RowCode.NOTIFICATION_CONFLICTS);
                }
            }
        }

        @Override
        public void bad(long line, RowCode code) {
            found++;
            quarantine.add(line, code);
        }

        long found() {
            return found;
        }

        NotificationBody body(long wireBytes) {
            return new NotificationBody(this, wireBytes);
        }
    }
}
