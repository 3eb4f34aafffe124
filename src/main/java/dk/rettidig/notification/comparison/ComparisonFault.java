package dk.rettidig.notification.comparison;

import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import java.util.List;
import java.util.Map;

/** Figures that cannot be used. */
public final class ComparisonFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** With everything that is wrong, as the member {@code errors} of the problem. */
    ComparisonFault(List<FieldError> problems) {
        super(
                ComparisonErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field or line. */
    public List<FieldError> problems() {
        return problems;
    }
}
