package dk.rettidig.ledger;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.NamedChild;
import jakarta.inject.Singleton;
import java.util.Set;

/** What stands behind the entries that concern a child. The entries stay, and prove what they proved. */
@Singleton
class ErasableEntries implements Erasable {

    private final LedgerErasure erasure;
    private final Subjects subjects;

    ErasableEntries(LedgerErasure erasure, Subjects subjects) {
        this.erasure = erasure;
        this.subjects = subjects;
    }

    @Override
    public String retentionClass() {
        return "ledger_commitment";
    }

    @Override
    public Set<String> tables() {
        return Set.of("ledger_subject");
    }

    @Override
    public int eraseChild(NamedChild child) {
        return erasure.eraseChild(subjects.lookup(child.municipality(), child.pseudonym()));
    }
}
