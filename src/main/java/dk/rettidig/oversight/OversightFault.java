package dk.rettidig.oversight;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something of the oversight that cannot be done as asked. Says which field or what to do, never what somebody wrote. */
public final class OversightFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /**
     * A fault.
     *
     * @param field the part of the query that is wrong
     */
    public OversightFault(OversightErrorCode code, String field) {
        super(code, Map.of("field", field));
        this.problems = List.of();
    }

    /** A fault with nothing to add. */
    public OversightFault(OversightErrorCode code) {
        super(code);
        this.problems = List.of();
    }

    private OversightFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** There is no such thing here; what other municipalities have looks the same. */
    public static OversightFault notFound() {
        return new OversightFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** A fault with how many things stand in the way. */
    public static OversightFault counting(OversightErrorCode code, String name, long number) {
        return new OversightFault(code, Map.of(name, number), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    public static OversightFault invalid(List<FieldError> problems) {
        return new OversightFault(
                OversightErrorCode.PERSON_INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
