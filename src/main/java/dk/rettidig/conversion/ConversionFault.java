package dk.rettidig.conversion;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A conversion is not taken. Details are line numbers, counts and names of claims, never content. */
public final class ConversionFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with nothing to add. */
    public ConversionFault(ConversionErrorCode code) {
        this(code, Map.of());
    }

    /** A fault with details that are safe to show. */
    public ConversionFault(ConversionErrorCode code, Map<String, Object> details) {
        super(code, details);
    }

    /** A fault with its cause, which is logged and never shown. */
    public ConversionFault(ConversionErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
    }

    static ConversionFault claim(String claim) {
        return new ConversionFault(ConversionErrorCode.NOTE_MALFORMED, Map.of("claim", claim));
    }

    static ConversionFault line(ConversionErrorCode code, int line) {
        return new ConversionFault(code, Map.of("line", (long) line));
    }
}
