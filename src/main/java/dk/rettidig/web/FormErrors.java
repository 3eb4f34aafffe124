package dk.rettidig.web;

import java.util.List;

/** What is wrong with a form, for the summary at its top and for each field. */
public record FormErrors(List<Line> lines) {

    /** A form without errors. */
    public static final FormErrors NONE = new FormErrors(List.of());

    /** One error: the field's id on the page, and what to do. */
    public record Line(String field, String text) {}

    /** The errors of a form's fields, in the reader's language. */
    public static FormErrors of(List<FieldError> errors, Language language) {
        return new FormErrors(errors.stream()
                .map(error -> new Line(
                        error.field(),
                        language.choose(error.code().danish(), error.code().english())))
                .toList());
    }

    /** Whether there are any. */
    public boolean any() {
        return !lines.isEmpty();
    }

    /** What is wrong with a field; empty when nothing is. */
    public String at(String field) {
        return lines.stream()
                .filter(line -> line.field().equals(field))
                .map(Line::text)
                .findFirst()
                .orElse("");
    }

    /** Whether something is wrong with a field. */
    public boolean on(String field) {
        return lines.stream().anyMatch(line -> line.field().equals(field));
    }
}
