package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Stored;
import java.util.List;
import java.util.Optional;

/** Findings and counts as CSV (RFC 4180). No field begins with what a spreadsheet would read as a formula. */
public final class CaseTable {

    private static final String END = "\r\n";

    /** Pseudonyms may begin with a hyphen, which a spreadsheet takes for a formula. */
    private static final String CHILD = "p:";

    private CaseTable() {}

    /** One line for each finding, with the child's pseudonym behind {@code p:}. */
    static String of(List<CaseWith> cases) {
        StringBuilder lines = new StringBuilder("child,case,unit,rule,version,state,demanded_on,due,done,missing,"
                + "first_seen,resolved_on,resolved_by,policy" + END);
        for (CaseWith each : cases) {
            for (Stored stored : each.findings()) {
                Found found = stored.found();
                lines.append(String.join(
                                ",",
                                CHILD + each.of().child().text(),
                                each.of().id().toString(),
                                text(each.of().unit()),
                                plain(found.demanded().rule()),
                                Integer.toString(found.demanded().version()),
                                found.state().id(),
                                text(found.demanded().on()),
                                text(found.due()),
                                text(found.done()),
                                plain(found.missing().orElse("")),
                                stored.firstSeen().toString(),
                                text(stored.resolvedOn()),
                                stored.resolvedBy().map(Resolution::id).orElse(""),
                                plain(stored.policy())))
                        .append(END);
            }
        }
        return lines.toString();
    }

    /** One line for each count; a hidden one is empty. */
    public static String of(CaseFigures figures) {
        StringBuilder lines = new StringBuilder("month,as_of,rule,version,unit,state,findings" + END);
        for (CaseFigures.Figure figure : figures.figures()) {
            lines.append(String.join(
                            ",",
                            figure.month().toString(),
                            figure.asOf().toString(),
                            plain(figure.rule()),
                            Integer.toString(figure.version()),
                            text(figure.unit()),
                            figure.state().id(),
                            figure.findings().isPresent()
                                    ? Long.toString(figure.findings().getAsLong())
                                    : ""))
                    .append(END);
        }
        return lines.toString();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** Rules come from a file that people write: nothing but letters, digits, dots and underscores. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_.]", "_");
    }
}
