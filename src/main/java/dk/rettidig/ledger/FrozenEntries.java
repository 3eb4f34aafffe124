package dk.rettidig.ledger;

import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;

/** What stands behind the commitments of entries that concern a halted child, and the names behind the handles in these. */
@Singleton
class FrozenEntries {

    private final ErasableTables tables;
    private final Subjects subjects;

    FrozenEntries(ErasableTables tables, Subjects subjects) {
        this.tables = tables;
        this.subjects = subjects;
    }

    private interface Count {
        int of(String municipality, byte[] lookup) throws SQLException;
    }

    private record Frozen(String retentionClass, Set<String> tables, Subjects subjects, Count count)
            implements Freezable {
        @Override
        public int frozen(NamedChild child) {
            try {
                return count.of(child.municipality(), subjects.lookup(child.municipality(), child.pseudonym()));
            } catch (SQLException failure) {
                throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
            }
        }
    }

    @Produces
    @Singleton
    Freezable keptCommitments() {
        return new Frozen("ledger_commitment", Set.of("ledger_subject"), subjects, tables::keptCommitments);
    }

    @Produces
    @Singleton
    Freezable keptIdentities() {
        return new Frozen("ledger_identity", Set.of(), subjects, tables::keptActors);
    }
}
