package dk.rettidig.oversight.page;

import dk.rettidig.oversight.FieldProblem;
import dk.rettidig.web.Language;
import java.util.List;

/** What is wrong with a form, for the summary at its top and for each field. */
public record Problems(List<Line> lines) {

    /** A form without errors. */
    static final Problems NONE = new Problems(List.of());

    /** One error: the field's id on the page, and what to do. */
    public record Line(String field, String text) {}

    static Problems of(List<FieldProblem> problems, Language language) {
        return new Problems(problems.stream()
                .map(problem -> new Line(
                        problem.field(),
                        language.choose(problem.code().danish(), problem.code().english())))
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
