package dk.rettidig.oversight.documents;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A Markdown page in the making: Danish first, English beside it. */
final class Page {

    private final StringBuilder text = new StringBuilder();
    private int open;

    Page(Running running, String danish, String english) {
        text.append("# ").append(danish).append(" / ").append(english).append("\n\n");
        line(
                "Lavet af det, der kører; ret ikke her, men i kilden. **ÅBENT** er, hvad kun kommunen eller udbyderen kan svare"
                        + " på. Ikke juridisk rådgivning: en jurist i kommunen læser det. *Konf.* siger, hvor godt kilden til et krav er"
                        + " læst (policies/README.md).");
        line(
                "Made of what runs; correct the source, not this page. **OPEN** is what only the municipality or the provider"
                        + " can answer. Not legal advice: a lawyer of the municipality reads it. *Conf.* says how well the source of a"
                        + " demand was read (policies/README.md).");
        line("Model `" + running.model().ref() + "`, manifest `"
                + running.model().digest() + "`. Regelsæt / policy set `"
                + running.policies().digest() + "`.");
    }

    /** A heading with the provision it answers and how well that was read. */
    void section(String danish, String english, String provision, String confidence) {
        text.append("## ").append(danish).append(" / ").append(english).append("\n\n");
        line("*" + provision + "; konf. / conf.: " + confidence + "*");
    }

    void heading(String danish, String english) {
        text.append("### ").append(danish).append(" / ").append(english).append("\n\n");
    }

    /** A paragraph in both languages. */
    void say(String danish, String english) {
        line(danish);
        line(english);
    }

    void line(String both) {
        text.append(both).append("\n\n");
    }

    /** What only people can answer. */
    void open(String danish, String english) {
        open++;
        line("- **ÅBENT:** " + danish + "\n- **OPEN:** " + english);
    }

    /** Begins a table. */
    void table(String... headings) {
        row((Object[]) headings);
        text.append("|---".repeat(headings.length)).append("|\n");
    }

    void row(Object... cells) {
        text.append(Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replace("|", "/").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** A row for a field that only people can fill in. */
    void openRow(String field, String danish, String english) {
        open++;
        row(field, "**ÅBENT:** " + danish, "**OPEN:** " + english);
    }

    void endTable() {
        text.append('\n');
    }

    /** The page with the number of its open questions at the end. */
    String markdown() {
        return text + "---\n\nÅbne spørgsmål / open questions: " + open + "\n";
    }
}
