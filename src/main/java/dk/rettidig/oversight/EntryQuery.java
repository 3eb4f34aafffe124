package dk.rettidig.oversight;

import dk.rettidig.ledger.EventFields;
import java.time.Instant;
import java.util.Optional;

/**
 * What to look for in the log; what is empty does not matter.
 *
 * @param type the start of the type, for instance {@code review.}
 * @param from not before this moment
 * @param to before this moment
 * @param refused only what the gate refused or could not decide, and refusals of the features
 * @param exported only what left the service by somebody's hand ({@link Exports})
 */
public record EntryQuery(
        Optional<String> handle,
        Optional<String> type,
        Optional<String> action,
        Optional<String> purpose,
        Optional<String> basis,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean refused,
        boolean exported) {

    /** Longest text that is looked for; no handle, type, action, purpose or basis is longer. */
    public static final int LONGEST = 200;

    /** Everything. */
    public static final EntryQuery ALL = new EntryQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    /** The query as the entry about it keeps it. */
    EventFields fields() {
        EventFields fields = EventFields.none().truth("refused", refused).truth("exported", exported);
        fields = text(fields, "handle", handle);
        fields = text(fields, "type", type);
        fields = text(fields, "action", action);
        fields = text(fields, "purpose", purpose);
        fields = text(fields, "basis", basis);
        fields = text(fields, "from", from.map(Instant::toString));
        return text(fields, "to", to.map(Instant::toString));
    }

    private static EventFields text(EventFields fields, String name, Optional<String> value) {
        return value.isPresent() ? fields.text(name, value.get()) : fields;
    }
}
