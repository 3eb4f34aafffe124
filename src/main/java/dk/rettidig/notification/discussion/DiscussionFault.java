package dk.rettidig.notification.discussion;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** Something about a discussion that cannot be done as asked. Never says what somebody wrote. */
public final class DiscussionFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    private DiscussionFault(ErrorCode code, Map<String, Object> details, List<FieldError> problems) {
        super(code, details);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> problems() {
        return problems;
    }

    static DiscussionFault notFound() {
        return new DiscussionFault(WebErrorCode.NOT_FOUND, Map.of(), List.of());
    }

    static DiscussionFault ended() {
        return new DiscussionFault(DiscussionErrorCode.ACTION_ENDED, Map.of(), List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    static DiscussionFault invalid(List<FieldError> problems) {
        return new DiscussionFault(
                DiscussionErrorCode.INPUT_INVALID,
                Map.of("errors", problems.stream().map(FieldError::described).toList()),
                problems);
    }
}
