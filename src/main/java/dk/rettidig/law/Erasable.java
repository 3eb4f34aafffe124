package dk.rettidig.law;

import java.util.Set;

/**
 * Rows about a child that a feature erases when two people decided that everything about the child is erased (GDPR article 17,
 * ADR 0140). Every method works in the caller's transaction: either all features erase, or none does.
 */
public interface Erasable {

    /** The class in {@code policies/retention.yaml} under which the rows are counted. */
    String retentionClass();

    /** The tables that name the child themselves, by pseudonym or by what stands for it; each has exactly one {@code Erasable}. */
    Set<String> tables();

    /** Whether the rows are found through another feature's, which have to stand until these are gone. */
    default boolean goesFirst() {
        return false;
    }

    /** Whether a duty of the municipality with a deadline still needs the rows: then nothing about the child is erased. */
    default boolean isBound(NamedChild child) {
        return false;
    }

    /**
     * Erases the child's rows and leaves every other child's; no halt is asked for here.
     *
     * @return how many rows went, or lost what they said of the child
     */
    int eraseChild(NamedChild child);
}
