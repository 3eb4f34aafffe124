package dk.rettidig.oversight;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A look into the record that cannot be done as asked. */
public final class OversightFault extends Fault {

    private static final long serialVersionUID = 1L;

    /**
     * A fault.
     *
     * @param field the part of the query that is wrong
     */
    public OversightFault(OversightErrorCode code, String field) {
        super(code, Map.of("field", field));
    }
}
