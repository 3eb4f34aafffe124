package dk.rettidig.authority;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** The authority does not do what it was asked. Details are indices, names of claims and seconds, never content. */
public final class AuthorityFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final AuthorityErrorCode code;

    /** A fault with nothing to add. */
    public AuthorityFault(AuthorityErrorCode code) {
        this(code, Map.of());
    }

    /** A fault with details that are safe to show. */
    public AuthorityFault(AuthorityErrorCode code, Map<String, Object> details) {
        super(code, details);
        this.code = code;
    }

    /** Why, as this feature's own enum. */
    public AuthorityErrorCode reason() {
        return code;
    }
}
