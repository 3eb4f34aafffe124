package dk.rettidig.ledger;

/** The number of an appended event before it has its place in the log. Gaps occur; order is not the log's order. */
public record AppendId(long value) {}
