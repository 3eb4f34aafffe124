package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Pairs of sources when the other side of them changes: a rotation or a merge here leaves what the source calls a child as it
 * is, a move ends it.
 */
@ApplicationScoped
class SqlSourcePseudonyms implements PseudonymRows {

    private static final String CONVERT = "update source_pair s set pseudonym = p.present from conversion_pair p"
            + " where s.municipality = ? and s.pseudonym = p.former";

    private static final String LEAVE =
            "delete from source_pair s using conversion_pair p where s.municipality = ? and s.pseudonym = p.former";

    private final DataSource database;

    SqlSourcePseudonyms(DataSource database) {
        this.database = database;
    }

    @Override
    public void convert(String municipality) {
        change(municipality, CONVERT);
    }

    @Override
    public void leave(String municipality, Instant now) {
        change(municipality, LEAVE);
    }

    private void change(String municipality, String sql) {
        QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement change = connection.prepareStatement(sql)) {
                MunicipalSession.see(connection, new MunicipalityCode(municipality));
                change.setShort(1, Short.parseShort(municipality));
                return change.executeUpdate();
            }
        });
    }
}
