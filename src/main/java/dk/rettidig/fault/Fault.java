package dk.rettidig.fault;

import java.util.Map;

/**
 * The root of all unchecked faults. The message is made of the code and of details that are safe to show (line numbers,
 * counts, names of fields and files), never of values.
 */
public abstract class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode errorCode;
    private final transient Map<String, Object> details;

    /** A fault with nothing to add to its code. */
    protected Fault(ErrorCode errorCode) {
        this(errorCode, Map.of());
    }

    /**
     * A fault with details that are safe to show.
     *
     * @param details extension members of the RFC 9457 problem, for instance {@code line} or {@code expected}
     */
    protected Fault(ErrorCode errorCode, Map<String, Object> details) {
        super(errorCode.code() + (details.isEmpty() ? "" : " " + details));
        this.errorCode = errorCode;
        this.details = Map.copyOf(details);
    }

    /** A fault with its cause, which is logged and never shown. */
    protected Fault(ErrorCode errorCode, Map<String, Object> details, Throwable cause) {
        super(errorCode.code() + (details.isEmpty() ? "" : " " + details), cause);
        this.errorCode = errorCode;
        this.details = Map.copyOf(details);
    }

    /** The stable code. */
    public ErrorCode errorCode() {
        return errorCode;
    }

    /** Extension members of the problem; safe to show. */
    public Map<String, Object> details() {
        return details;
    }
}
