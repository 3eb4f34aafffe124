package dk.rettidig.web;

import dk.rettidig.fault.ErrorCode;
import java.util.Map;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param field the field's name in JSON and in forms
 */
public record FieldError(String field, ErrorCode code) {

    /** The error as a member of a problem. */
    public Map<String, String> described() {
        return Map.of("field", field, "code", code.code(), "danish", code.danish(), "english", code.english());
    }
}
