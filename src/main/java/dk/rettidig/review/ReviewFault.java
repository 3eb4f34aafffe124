package dk.rettidig.review;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.WebErrorCode;
import java.util.List;
import java.util.Map;

/** The reader's way cannot go on as asked. Says which field or what to do, never what somebody wrote. */
public final class ReviewFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> fieldErrors;

    /** A fault with nothing to add. */
    public ReviewFault(ReviewErrorCode code) {
        super(code);
        this.fieldErrors = List.of();
    }

    private ReviewFault(ErrorCode code, List<FieldError> fieldErrors) {
        super(
                code,
                fieldErrors.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "errors",
                                fieldErrors.stream().map(FieldError::described).toList()));
        this.fieldErrors = List.copyOf(fieldErrors);
    }

    /** What is wrong with which field; empty when the fault is not about fields. */
    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }

    /** There is no such flag here; flags of other municipalities look the same. */
    public static ReviewFault notFound() {
        return new ReviewFault(WebErrorCode.NOT_FOUND, List.of());
    }

    /** Fields that are missing or cannot be used, as the member {@code errors} of the problem. */
    public static ReviewFault invalid(List<FieldError> errors) {
        return new ReviewFault(ReviewErrorCode.INPUT_INVALID, errors);
    }
}
