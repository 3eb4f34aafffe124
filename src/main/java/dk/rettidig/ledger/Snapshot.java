package dk.rettidig.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Which transactions were over when the sequencer last looked (PostgreSQL's {@code pg_snapshot}): all below {@code next}
 * except those still in progress. What they appended and was committed is in the log; a row of any other transaction may
 * not be. This is why a transaction that stays open for long neither blocks the others nor gets lost. ADR 0050.
 *
 * @param next the first transaction id that was not yet handed out
 * @param inProgress ids below {@code next} that were still open
 */
public record Snapshot(String next, List<String> inProgress) {

    /** Nothing was seen yet: every transaction has to be looked at. */
    public static final Snapshot NOTHING = new Snapshot("0", List.of());

    public Snapshot {
        inProgress = List.copyOf(inProgress);
    }

    /** Parses {@code xmin:xmax:xip_list}. */
    public static Snapshot parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a snapshot is xmin:xmax:xip_list");
        }
        return new Snapshot(
                parts[1],
                parts[2].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[2].split(",")).toList());
    }
}
