package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verification found.
 *
 * @param source what was read
 * @param checkpoint the verified checkpoint; empty when its signature does not hold
 * @param keySource where the log's key came from
 * @param key the vkey used, empty when there was none
 * @param witnesses names of witnesses whose cosignatures hold
 * @param remembered tree size seen before, if the record was compared with one
 * @param entries entries read and checked; 0 when hashes alone were
 * @param bytes bytes of entries
 * @param actors different actor handles
 * @param findings what is wrong, the first {@link #MAX_FINDINGS}
 * @param findingCount how many things are wrong
 * @param hashTiles whether hash tiles were compared
 */
public record Report(
        String source,
        Optional<Checkpoint> checkpoint,
        KeySource keySource,
        String key,
        List<String> witnesses,
        OptionalLong remembered,
        long entries,
        long bytes,
        long actors,
        List<Finding> findings,
        long findingCount,
        boolean hashTiles) {

    /** Most findings that are kept: one altered bundle can make thousands. */
    public static final int MAX_FINDINGS = 50;

    public Report {
        witnesses = List.copyOf(witnesses);
        findings = List.copyOf(findings);
    }

    /** Where the log's key came from. */
    public enum KeySource {
        /** Given by the person who verifies. */
        GIVEN,
        /** Remembered from the first time this log was seen. */
        REMEMBERED,
        /** Found beside the ledger: proves only that key, signature and entries belong together. */
        EXPORT,
        /** There was none. */
        NONE
    }

    /** Whether everything is right. */
    public boolean ok() {
        return findingCount == 0;
    }

    /** The smallest index that any finding names. */
    public OptionalLong firstBadIndex() {
        return findings.stream()
                .filter(finding -> finding.index().isPresent())
                .mapToLong(finding -> finding.index().getAsLong())
                .min();
    }
}
