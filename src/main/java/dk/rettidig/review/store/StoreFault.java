package dk.rettidig.review.store;

import dk.rettidig.fault.Fault;
import dk.rettidig.web.WebErrorCode;
import java.sql.SQLException;
import java.util.Map;

/** The database failed under a review; the cause is logged and never shown. */
final class StoreFault extends Fault {

    private static final long serialVersionUID = 1L;

    StoreFault(SQLException cause) {
        super(WebErrorCode.UNAVAILABLE, Map.of(), cause);
    }
}
