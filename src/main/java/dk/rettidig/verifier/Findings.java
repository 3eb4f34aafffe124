package dk.rettidig.verifier;

import java.util.ArrayList;
import java.util.List;

/** Collects findings: all are counted, the first ones kept, and always the one with the smallest index. */
final class Findings {

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < Report.MAX_FINDINGS) {
            kept.add(finding);
        } else if (finding.index().isPresent() && finding.index().getAsLong() < smallest()) {
            kept.set(kept.size() - 1, finding);
        }
    }

    private long smallest() {
        return kept.stream()
                .mapToLong(finding -> finding.index().orElse(Long.MAX_VALUE))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}
