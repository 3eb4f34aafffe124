package dk.rettidig.ledger;

import dk.rettidig.ledger.Ledger.Covered;
import java.sql.SQLException;
import java.util.Optional;

/** The sequenced and published log, as its readers see it. */
public interface Log {

    /** Where an append ended up, once the newest published checkpoint covers it. */
    Optional<Covered> covering(AppendId id) throws SQLException;
}
