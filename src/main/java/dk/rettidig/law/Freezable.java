package dk.rettidig.law;

import java.util.Set;

/**
 * Rows about a child that a halt keeps from planned deletion (GDPR articles 15, 18, 21; RSL § 67; ADR 0142). That they are kept is
 * decided by the database in each statement that erases (ADR 0117), never by this port: it counts what the same question keeps.
 * Every method works in the caller's transaction; a failure is the caller's.
 */
public interface Freezable {

    /** The class in {@code policies/retention.yaml} under which the rows are counted. */
    String retentionClass();

    /** The tables that name the child themselves, by pseudonym or by what stands for it; each has exactly one {@code Freezable}. */
    Set<String> tables();

    /** How many of the child's rows the halts that hold now keep; 0 when no halt holds for the child. */
    int frozen(NamedChild child);
}
