package dk.rettidig.review;

import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a caseworker thinks after the facts and the case file, and before any calculation. */
public record OwnView(Choice choice, Justification justification) {

    /** The structured part of the view: what the caseworker would say without a model. */
    public enum Choice {
        NO_CONCERN("no_concern"),
        IN_DOUBT("in_doubt"),
        NEED_LIKELY("need_likely"),
        NEED_URGENT("need_urgent");

        private final String id;

        Choice(String id) {
            this.id = id;
        }

        /** The word in forms, answers and columns. */
        public String id() {
            return id;
        }

        /** The choice with this word. */
        public static Optional<Choice> parse(String id) {
            return Arrays.stream(values())
                    .filter(choice -> choice.id.equals(id))
                    .findFirst();
        }
    }

    /**
     * Reads a view as sent.
     *
     * @throws ReviewFault {@code review_input_invalid} with all that is missing or cannot be used
     */
    static OwnView read(String choice, String justification) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Choice> chosen = Choice.parse(choice);
        if (chosen.isEmpty()) {
            errors.add(new FieldError("choice", ReviewErrorCode.CHOICE_MISSING));
        }
        Justification.problem(justification).ifPresent(code -> errors.add(new FieldError("justification", code)));
        if (chosen.isEmpty() || !errors.isEmpty()) {
            throw ReviewFault.invalid(errors);
        }
        return new OwnView(chosen.get(), new Justification(justification));
    }

    @Override
    public String toString() {
        return "OwnView[hidden]";
    }
}
