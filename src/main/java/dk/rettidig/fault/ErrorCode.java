package dk.rettidig.fault;

/**
 * A stable code of one thing that can go wrong, in snake case and prefixed by its feature
 * ({@code feed_row_count_mismatch}). Codes never change meaning. Implemented by one enum per feature; {@code
 * docs/errors.md} lists all of them.
 */
public interface ErrorCode {

    /** The code as it is printed in problems, receipts and reports. */
    String code();

    /** The HTTP status (RFC 9110) that a caller sees. */
    int status();

    /** What went wrong and what to do about it, in Danish; never a value, name or pseudonym. */
    String danish();

    /** What went wrong and what to do about it, in English; never a value, name or pseudonym. */
    String english();
}
