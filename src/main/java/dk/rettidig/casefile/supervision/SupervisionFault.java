package dk.rettidig.casefile.supervision;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something of a supervision that cannot be done as asked. Says which field, never what somebody wrote. */
public final class SupervisionFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** A fault with nothing to add. */
    public SupervisionFault(SupervisionErrorCode code) {
        super(code);
        this.problems = List.of();
    }

    /** A fault with its cause, which is logged and never shown. */
    public SupervisionFault(SupervisionErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
        this.problems = List.of();
    }

    private SupervisionFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** There is no such thing here; what other municipalities have looks the same. */
    public static SupervisionFault notFound() {
        return new SupervisionFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    public static SupervisionFault invalid(List<FieldError> problems) {
        return new SupervisionFault(
                SupervisionErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
