package dk.rettidig.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** The published entries that concern a child. Who may ask is the caller's to have asked the gate. */
@Singleton
public class ChildEntries {

    private final Concerning concerning;
    private final Subjects subjects;

    ChildEntries(Concerning concerning, Subjects subjects) {
        this.concerning = concerning;
        this.subjects = subjects;
    }

    /**
     * The entries of the tree of this size, in order; none for a child that is not known. Entries whose time is over
     * ({@code ledger_commitment}) are not found any more.
     *
     * @param municipality three digits
     */
    public List<Entry> of(String municipality, byte[] pseudonym, long size) {
        try {
            return concerning.entries(subjects.lookup(municipality, pseudonym), size);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }
}
