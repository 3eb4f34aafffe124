package dk.rettidig.scope.store;

import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.PseudonymDomain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Current epochs from the table that rotations add to. */
@ApplicationScoped
class SqlCurrentDomains implements CurrentDomains {

    private static final String CURRENT =
            "select coalesce(max(epoch), 1) from pseudonym_epoch where municipality = ? and use = ?";

    private final DataSource database;

    SqlCurrentDomains(DataSource database) {
        this.database = database;
    }

    @Override
    public PseudonymDomain current(String municipality, Optional<String> source) {
        PseudonymDomain first = new PseudonymDomain(municipality, CHILD_SUPPORT, source, 1);
        return QuarkusTransaction.joiningExisting().call(() -> read(first));
    }

    private PseudonymDomain read(PseudonymDomain first) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setShort(1, Short.parseShort(first.municipality()));
            select.setString(2, first.purpose());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new PseudonymDomain(first.municipality(), first.use(), first.source(), rows.getInt(1));
            }
        }
    }
}
