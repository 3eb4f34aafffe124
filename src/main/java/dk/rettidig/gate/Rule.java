package dk.rettidig.gate;

import java.util.Set;

/**
 * One rule of {@code gate.cedar}.
 *
 * @param id stable; the record names it
 * @param permits whether it permits or forbids
 * @param danish what it permits, or what would be needed, for people
 * @param citation the provision behind it
 * @param actions actions and groups that its head names; empty when it is about any
 * @param line where it begins in the file
 * @param source the rule as it stands in the file
 */
record Rule(
        String id,
        boolean permits,
        String danish,
        String english,
        String citation,
        Set<String> actions,
        int line,
        String source) {

    Rule {
        actions = Set.copyOf(actions);
    }

    /** Whether its head can match a request for an action with these groups. */
    boolean about(String action, Set<String> groups) {
        return actions.isEmpty() || actions.contains(action) || groups.stream().anyMatch(actions::contains);
    }
}
