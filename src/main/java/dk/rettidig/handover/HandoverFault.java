package dk.rettidig.handover;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something about a handover that cannot be done as asked. Never says what somebody wrote. */
public final class HandoverFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** A fault with nothing to add. */
    public HandoverFault(HandoverErrorCode code) {
        this(code, Map.of(), List.of());
    }

    private HandoverFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** There is no such handover here; what other municipalities have looks the same. */
    public static HandoverFault notFound() {
        return new HandoverFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** The one that is under way already. */
    static HandoverFault underWay(HandoverId known) {
        return new HandoverFault(HandoverErrorCode.ALREADY_OPEN, Map.of("handover", known.toString()), List.of());
    }

    /** Not where it stands. */
    static HandoverFault notNow(Stage stage) {
        return new HandoverFault(HandoverErrorCode.NOT_NOW, Map.of("stage", stage.id()), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    static HandoverFault invalid(List<FieldError> problems) {
        return new HandoverFault(
                HandoverErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
