package dk.rettidig.guideline;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something about the register of guidelines that cannot be done as asked. Never says what somebody wrote. */
public final class GuidelineFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** A fault with nothing to add. */
    public GuidelineFault(GuidelineErrorCode code) {
        this(code, Map.of(), List.of());
    }

    private GuidelineFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** There is no such thing here; what other municipalities have looks the same. */
    public static GuidelineFault notFound() {
        return new GuidelineFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    static GuidelineFault invalid(List<FieldError> problems) {
        return new GuidelineFault(
                GuidelineErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
