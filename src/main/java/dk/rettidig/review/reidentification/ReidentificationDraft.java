package dk.rettidig.review.reidentification;

import dk.rettidig.law.Purpose;
import dk.rettidig.review.ReviewErrorCode;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as a person wrote it. Texts are as sent; a missing one is empty.
 *
 * @param caseReference the number of a case or journal entry
 * @param purpose the word of a purpose; there is one that counts
 */
public record ReidentificationDraft(String caseReference, String purpose, String justification) {

    /**
     * The grounds that the draft gives.
     *
     * @throws ReviewFault {@code review_input_invalid} with the fields
     */
    Reidentification.Grounds read() {
        List<FieldError> errors = new ArrayList<>();
        JournalNumber.problem(caseReference.strip())
                .ifPresent(code -> errors.add(new FieldError("case_reference", code)));
        if (!purpose.equals(Purpose.CHILD_SUPPORT.id())) {
            errors.add(new FieldError("purpose", ReviewErrorCode.PURPOSE_OTHER));
        }
        Justification.problem(justification).ifPresent(code -> errors.add(new FieldError("justification", code)));
        if (!errors.isEmpty()) {
            throw ReviewFault.invalid(errors);
        }
        return new Reidentification.Grounds(
                Purpose.CHILD_SUPPORT, new JournalNumber(caseReference.strip()), new Justification(justification));
    }

    @Override
    public String toString() {
        return "ReidentificationDraft[hidden]";
    }
}
