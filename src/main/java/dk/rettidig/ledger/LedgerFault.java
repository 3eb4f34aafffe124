package dk.rettidig.ledger;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** The ledger cannot record or prove; whatever depended on it does not happen. */
public final class LedgerFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with nothing to add. */
    public LedgerFault(LedgerErrorCode code) {
        super(code);
    }

    /** A fault with its cause, which is logged and never shown. */
    public LedgerFault(LedgerErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
    }
}
