package dk.rettidig.oversight;

import dk.rettidig.fault.ErrorCode;
import java.util.Map;

/**
 * What is wrong with one field.
 *
 * @param field the field's name in JSON and in forms
 */
public record FieldProblem(String field, ErrorCode code) {

    /** The error as a member of a problem. */
    Map<String, String> described() {
        return Map.of("field", field, "code", code.code(), "danish", code.danish(), "english", code.english());
    }
}
