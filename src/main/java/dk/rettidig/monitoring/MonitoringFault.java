package dk.rettidig.monitoring;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something of the monitoring that cannot be done as asked. Says which field, never what somebody wrote. */
public final class MonitoringFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** A fault with nothing to add. */
    public MonitoringFault(MonitoringErrorCode code) {
        super(code);
        this.problems = List.of();
    }

    /** A fault with its cause, which is logged and never shown. */
    public MonitoringFault(MonitoringErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
        this.problems = List.of();
    }

    private MonitoringFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** There is no such thing here; what other municipalities have looks the same. */
    public static MonitoringFault notFound() {
        return new MonitoringFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    public static MonitoringFault invalid(List<FieldError> problems) {
        return new MonitoringFault(
                MonitoringErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
