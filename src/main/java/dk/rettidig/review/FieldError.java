package dk.rettidig.review;

import java.util.Map;

/**
 * What is wrong with one field of what a caseworker sent.
 *
 * @param field the field's name in JSON and in forms
 */
public record FieldError(String field, ReviewErrorCode code) {

    /** The error as a member of a problem. */
    Map<String, String> described() {
        return Map.of("field", field, "code", code.code(), "danish", code.danish(), "english", code.english());
    }
}
