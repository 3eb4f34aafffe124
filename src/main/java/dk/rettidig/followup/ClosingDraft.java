package dk.rettidig.followup;

import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.util.ArrayList;
import java.util.List;

/** A closing as somebody wrote it; texts that were not sent are empty. {@code toString} hides it. */
public record ClosingDraft(String code, String because) {

    @Override
    public String toString() {
        return "ClosingDraft[hidden]";
    }

    /**
     * Refuses what cannot be used.
     *
     * @throws FollowUpFault {@code follow_up_input_invalid} with every field that is wrong
     */
    void check() {
        List<FieldError> problems = new ArrayList<>();
        if (ClosingCode.parse(code).isEmpty()) {
            problems.add(new FieldError("code", FollowUpErrorCode.CODE_UNKNOWN));
        }
        Justification.problem(because).ifPresent(problem -> problems.add(new FieldError("because", problem)));
        if (!problems.isEmpty()) {
            throw FollowUpFault.invalid(problems);
        }
    }
}
