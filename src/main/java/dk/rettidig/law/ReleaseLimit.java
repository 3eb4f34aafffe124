package dk.rettidig.law;

/**
 * What a model must show before it goes live: an entry of {@code release-limits.yaml}.
 *
 * @param atLeast whether the figure must be at least {@code limit}; otherwise at most
 */
public record ReleaseLimit(String id, String danish, String english, boolean atLeast, double limit, String ref) {

    /** Whether a figure holds the limit; a figure that is no number does not. */
    public boolean holds(double figure) {
        return atLeast ? figure >= limit : figure <= limit;
    }
}
