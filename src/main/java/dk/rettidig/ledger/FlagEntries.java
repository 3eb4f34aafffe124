package dk.rettidig.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The published entries that name flags. Who may ask is the caller's to have asked the gate. */
@Singleton
public class FlagEntries {

    private final Concerning concerning;

    FlagEntries(Concerning concerning) {
        this.concerning = concerning;
    }

    /** An entry with a flag that it names. */
    public record Named(UUID flag, Entry entry) {}

    /** The entries that name any of the flags, in the order of the log; those whose time is over are not found any more. */
    public List<Named> of(List<UUID> flags) {
        try {
            return concerning.entries(flags);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }
}
