package dk.rettidig.handover.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Sides of handovers under other pseudonyms. */
@ApplicationScoped
class SqlHandoverPseudonyms implements PseudonymRows {

    /** What was delivered names a child that the sender's vault has let go: its name stays as it was. */
    private static final String UNCOVERED = """
        select exists (select 1 from handover_side n join handover h on h.id = n.handover
            where n.municipality = ? and n.ended_at is null and n.pseudonym is not null
            and (n.side = 'receiver' or h.delivered_at is null)
            and not exists (select 1 from conversion_pair p where p.former = n.pseudonym))
        """;

    private static final String CONVERT = """
        with changed as (
            update handover_side n set pseudonym = p.present from conversion_pair p
            where n.municipality = ? and n.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final DataSource database;

    SqlHandoverPseudonyms(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isCovered(String municipality, Instant now) {
        return on(municipality, UNCOVERED, select -> {
            try (ResultSet row = select.executeQuery()) {
                return row.next() && !row.getBoolean(1);
            }
        });
    }

    @Override
    public void convert(String municipality) {
        on(municipality, CONVERT, PreparedStatement::executeUpdate);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(String municipality, String sql, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, new MunicipalityCode(municipality));
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setShort(1, Short.parseShort(municipality));
                    return work.on(statement);
                }
            }
        });
    }
}
