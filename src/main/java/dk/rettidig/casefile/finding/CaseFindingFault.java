package dk.rettidig.casefile.finding;

import dk.rettidig.fault.Fault;
import dk.rettidig.web.WebErrorCode;
import java.util.Map;

/** There is no such case here; what other municipalities have looks the same. */
public final class CaseFindingFault extends Fault {

    private static final long serialVersionUID = 1L;

    private CaseFindingFault() {
        super(WebErrorCode.NOT_FOUND, Map.of());
    }

    static CaseFindingFault notFound() {
        return new CaseFindingFault();
    }
}
