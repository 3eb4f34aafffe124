package dk.rettidig.gate;

import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import java.util.List;

/** Policy sets for tests: the shipped one, and the shipped one with a change. */
final class Policy {

    private static final PolicyEngine SHIPPED = new PolicyEngine(load(PolicySetReader.shipped()));

    private Policy() {}

    static PolicyEngine shipped() {
        return SHIPPED;
    }

    static Policies load(PolicySet set) {
        try {
            return Policies.load(set);
        } catch (PolicySetException unenforceable) {
            throw new AssertionError(unenforceable.getMessage(), unenforceable);
        }
    }

    static String text(String path) {
        return PolicySetReader.shipped().file(path).flatMap(PolicyFile::text).orElseThrow();
    }

    /** The shipped set with a text replaced once in one file. */
    static PolicySet changed(String path, String what, String by) {
        String text = text(path);
        int at = text.indexOf(what);
        if (at < 0) {
            throw new AssertionError(path + " does not contain " + what);
        }
        return PolicySetReader.shipped()
                .with(PolicyFile.of(path, text.substring(0, at) + by + text.substring(at + what.length())));
    }

    /** The shipped set with text added at the end of one file. */
    static PolicySet extended(String path, String more) {
        return PolicySetReader.shipped().with(PolicyFile.of(path, text(path) + more));
    }

    static List<PolicyProblem> problems(PolicySet set) {
        try {
            Policies.load(set);
            return List.of();
        } catch (PolicySetException unenforceable) {
            return unenforceable.problems();
        }
    }

    /** The line, from 1, on which the text first stands in the file of the set. */
    static int lineOf(PolicySet set, String path, String what) {
        String text = set.file(path).flatMap(PolicyFile::text).orElseThrow();
        return 1
                + (int) text.substring(0, text.indexOf(what))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
