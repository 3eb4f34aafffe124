package dk.rettidig.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where appended events wait for their place in the log. */
public interface Appends {

    /**
     * Inserts in the transaction of the calling thread, or in one of its own when there is none.
     *
     * @throws SQLException when the database does not take it
     */
    AppendId insert(Append append) throws SQLException;

    /** Inserts all, in order. */
    void insertAll(List<Append> appends) throws SQLException;

    /**
     * What is appended.
     *
     * @param at when it happened, by the service's clock
     * @param actor the actor's handle
     * @param model the model that took part, for its running count
     * @param body the entry's canonical bytes up to its counts
     * @param sealed what may be erased later
     * @param subjects by what the children whom it concerns are looked up
     * @param flags the flags that it names
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from the encoder straight to the driver, never kept or compared
    record Append(
            Instant at,
            String actor,
            @Nullable String model,
            byte[] body,
            List<Sealed> sealed,
            List<byte[]> subjects,
            List<UUID> flags) {

        public Append {
            sealed = List.copyOf(sealed);
            subjects = List.copyOf(subjects);
            flags = List.copyOf(flags);
        }

        /** What concerns no child and no flag. */
        public Append(Instant at, String actor, @Nullable String model, byte[] body, List<Sealed> sealed) {
            this(at, actor, model, body, sealed, List.of(), List.of());
        }

        /** Whether it is to be found for a child or a flag. */
        public boolean concernsSomebody() {
            return !subjects.isEmpty() || !flags.isEmpty();
        }
    }

    /**
     * A commitment's salt and value, sealed.
     *
     * @param name the commitment's name in the entry
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Sealed(String name, byte[] box) {}
}
