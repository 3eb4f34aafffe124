package dk.rettidig.synthetic;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** The settings ask for a population that can't be made, or it can't be written. */
public final class SyntheticFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with nothing to add. */
    public SyntheticFault(SyntheticErrorCode code) {
        super(code);
    }

    /** A fault with its cause, which isn't shown. */
    public SyntheticFault(SyntheticErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
    }
}
