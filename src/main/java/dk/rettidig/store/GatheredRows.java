package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * Rows of one municipality that a transaction writes together, for whoever files hundreds at once: each row alone would be a round
 * trip to the database. Nobody misses one: {@link MunicipalSession#see} writes them before anything is asked, and the end of the
 * transaction before it commits (ADR 0154).
 */
@ApplicationScoped
public class GatheredRows {

    /** What fills in the parameters of a row. */
    @FunctionalInterface
    public interface Binder {
        /** Fills them in. */
        void bind(PreparedStatement row) throws SQLException;
    }

    private final Session session;
    private final TransactionSynchronizationRegistry registry;

    GatheredRows(Session session, TransactionSynchronizationRegistry registry) {
        this.session = session;
        this.registry = registry;
    }

    /** What one transaction has gathered; rows of a lower place are written first. */
    private record Gathering(
            MunicipalityCode municipality,
            TreeMap<Integer, List<Object>> entities,
            TreeMap<Integer, Map<String, List<Binder>>> statements) {

        boolean isEmpty() {
            return entities.isEmpty() && statements.isEmpty();
        }
    }

    /**
     * From now to the end of the transaction rows of the municipality are gathered.
     *
     * @throws IllegalStateException when it gathers those of another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(MunicipalityCode municipality) {
        Optional<Gathering> begun = gathering();
        if (begun.isPresent() && !begun.get().municipality().equals(municipality)) {
            throw new IllegalStateException("a transaction gathers rows of one municipality");
        }
        if (begun.isEmpty()) {
            registry.putResource(this.getClass(), new Gathering(municipality, new TreeMap<>(), new TreeMap<>()));
            registry.registerInterposedSynchronization(new BeforeTheEnd(this::write));
        }
    }

    /** Whether rows of the municipality are gathered. */
    public boolean gathers(MunicipalityCode municipality) {
        return gathering()
                .filter(each -> each.municipality().equals(municipality))
                .isPresent();
    }

    /**
     * Gathers a new row.
     *
     * @param place after rows with a lower one, which it may point to
     */
    public void add(int place, Object entity) {
        gathering()
                .orElseThrow()
                .entities()
                .computeIfAbsent(place, first -> new ArrayList<>())
                .add(entity);
    }

    /** Gathers what a statement without an answer does; after the new rows of the same place. */
    public void add(int place, String sql, Binder binder) {
        gathering()
                .orElseThrow()
                .statements()
                .computeIfAbsent(place, first -> new LinkedHashMap<>())
                .computeIfAbsent(sql, first -> new ArrayList<>())
                .add(binder);
    }

    /** Gathers what a statement without an answer does where the transaction gathers, and does it at once where it does not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(MunicipalityCode municipality, int place, String sql, Binder binder) {
        if (gathers(municipality)) {
            add(place, sql, binder);
        } else {
            session.flush();
            session.doWork(connection -> {
                MunicipalSession.see(connection, municipality);
                execute(connection, Map.of(sql, List.of(binder)));
            });
        }
    }

    /** Writes what was gathered. */
    public void write() {
        gathering().filter(each -> !each.isEmpty()).ifPresent(this::write);
    }

    private void write(Gathering gathering) {
        // Taken out first: what is written here asks nothing, and must not be written twice.
        TreeMap<Integer, List<Object>> entities = new TreeMap<>(gathering.entities());
        TreeMap<Integer, Map<String, List<Binder>>> statements = new TreeMap<>(gathering.statements());
        gathering.entities().clear();
        gathering.statements().clear();
        session.doWork(connection -> MunicipalSession.see(connection, gathering.municipality()));
        TreeMap<Integer, Integer> places = new TreeMap<>();
        entities.keySet().forEach(place -> places.put(place, place));
        statements.keySet().forEach(place -> places.put(place, place));
        for (int place : places.keySet()) {
            persist(entities.getOrDefault(place, List.of()));
            session.doWork(connection -> execute(connection, statements.getOrDefault(place, Map.of())));
        }
    }

    private void persist(List<Object> rows) {
        rows.forEach(session::persist);
        session.flush();
        rows.forEach(session::detach);
    }

    private static void execute(Connection connection, Map<String, List<Binder>> statements) throws SQLException {
        for (Map.Entry<String, List<Binder>> each : statements.entrySet()) {
            try (PreparedStatement rows = connection.prepareStatement(each.getKey())) {
                for (Binder binder : each.getValue()) {
                    binder.bind(rows);
                    rows.addBatch();
                }
                rows.executeBatch();
            }
        }
    }

    private Optional<Gathering> gathering() {
        return registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Optional.empty()
                : Optional.ofNullable((Gathering) registry.getResource(this.getClass()));
    }

    /** Writes the rest, in the transaction. */
    private record BeforeTheEnd(Runnable writing) implements Synchronization {

        @Override
        public void beforeCompletion() {
            writing.run();
        }

        @Override
        public void afterCompletion(int status) {
            // what is written is written, and what is not is gone with the transaction
        }
    }
}
