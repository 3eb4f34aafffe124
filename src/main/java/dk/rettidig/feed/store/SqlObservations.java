package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.Observations;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Streams observations through the parent, under row-level security, as binary COPY (one message a row). */
@ApplicationScoped
class SqlObservations implements Observations {

    /** 14 million rows take half a minute; a run that takes longer than this has failed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Header of the binary format: signature 11, flags 4, length of the extension 4. */
    private static final int HEADER_BYTES = 19;

    private static final int PSEUDONYM_AT = 2 + 4;
    private static final int INDICATOR_AT = PSEUDONYM_AT + 32 + 4;
    private static final int FROM_AT = INDICATOR_AT + 2 + 4;
    private static final int TO_AT = FROM_AT + 4 + 4;
    private static final int KNOWN_AT = TO_AT + 4 + 4;
    private static final int VALUE_AT = KNOWN_AT + 8 + 4;
    private static final int RETRACTED_AT = VALUE_AT + 8 + 4;

    private final DataSource database;

    SqlObservations(DataSource database) {
        this.database = database;
    }

    @Override
    public long stream(MunicipalityCode municipality, Set<Short> indicators, Instant knownUntil, Visitor visitor) {
        if (indicators.isEmpty()) {
            return 0;
        }
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    try (Connection connection = database.getConnection()) {
                        MunicipalSession.see(connection, municipality);
                        return copy(connection, query(municipality, indicators, knownUntil), visitor);
                    } catch (SQLException failure) {
                        throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
                    }
                });
    }

    /** COPY takes no parameters; everything put in is a number or a moment of our own making. */
    private static String query(MunicipalityCode municipality, Set<Short> indicators, Instant knownUntil) {
        String codes = indicators.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return "copy (select pseudonym, indicator, period_from, period_to, known_at, value, retracted from observation"
                + " where municipality = " + municipality.number() + " and indicator in (" + codes + ")"
                + " and known_at <= '" + knownUntil + "'::timestamptz) to stdout (format binary)";
    }

    private static long copy(Connection connection, String query, Visitor visitor) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
        try {
            long rows = 0;
            boolean first = true;
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                int at = first ? HEADER_BYTES : 0;
                first = false;
                if (message.length - at > RETRACTED_AT) {
                    visit(message, at, visitor);
                    rows++;
                }
            }
            return rows;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void visit(byte[] message, int at, Visitor visitor) {
        ByteBuffer row = ByteBuffer.wrap(message);
        visitor.accept(
                message,
                at + PSEUDONYM_AT,
                row.getShort(at + INDICATOR_AT),
                row.getInt(at + FROM_AT) + ObservationChunk.EPOCH_DAYS,
                row.getInt(at + TO_AT) + ObservationChunk.EPOCH_DAYS,
                row.getLong(at + KNOWN_AT) + ObservationChunk.EPOCH_MICROS,
                row.getDouble(at + VALUE_AT),
                row.get(at + RETRACTED_AT) != 0);
    }
}
