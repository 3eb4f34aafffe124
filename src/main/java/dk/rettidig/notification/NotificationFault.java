package dk.rettidig.notification;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.law.DutyKind;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something about a notification that cannot be done as asked. Never says what somebody wrote. */
public final class NotificationFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    /** A fault with nothing to add. */
    public NotificationFault(NotificationErrorCode code) {
        this(code, Map.of(), List.of());
    }

    private NotificationFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    /** The same about a field that a form calls something else. */
    public NotificationFault at(String field, String called) {
        return problems.stream().noneMatch(each -> each.field().equals(field))
                ? this
                : invalid(problems.stream()
                        .map(each -> each.field().equals(field) ? new FieldError(called, each.code()) : each)
                        .toList());
    }

    /** The same, but where a notification is named that is not there, that is what is said. */
    public NotificationFault orOtherUnknown() {
        return errorCode() == WebErrorCode.NOT_FOUND
                ? new NotificationFault(NotificationErrorCode.OTHER_UNKNOWN)
                : this;
    }

    /** There is no such notification here; what other municipalities have looks the same. */
    public static NotificationFault notFound() {
        return new NotificationFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    /** Duties that have to be done first. */
    static NotificationFault open(List<DutyKind> duties) {
        return new NotificationFault(
                NotificationErrorCode.DUTIES_OPEN,
                Map.of("duties", duties.stream().map(DutyKind::id).toList()),
                List.of());
    }

    /** The one that is registered already. */
    static NotificationFault registered(NotificationId known) {
        return new NotificationFault(
                NotificationErrorCode.ALREADY_REGISTERED, Map.of("notification", known.toString()), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    static NotificationFault invalid(List<FieldError> problems) {
        return new NotificationFault(
                NotificationErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
