package dk.rettidig.ledger.store;

import dk.rettidig.ledger.Appends;
import dk.rettidig.ledger.Log;
import dk.rettidig.ledger.SequencerTurns;
import dk.rettidig.ledger.StoredLog;
import javax.sql.DataSource;

/** The ledger's tables without a container, for tests that start and kill a database of their own. */
public record LedgerTables(DataSource database) {

    /** Appends to them. */
    public Appends appends() {
        return new SqlAppends(database);
    }

    /** Competes for the turn. */
    public SequencerTurns turns() {
        return new SqlTurns(database);
    }

    /** Reads their rows for the audit. */
    public StoredLog stored() {
        return new SqlStoredLog(database);
    }

    /** Reads them. */
    public Log log() {
        return new SqlLog(database);
    }
}
