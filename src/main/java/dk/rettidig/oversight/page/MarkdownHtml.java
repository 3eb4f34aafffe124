package dk.rettidig.oversight.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The little Markdown that our own documents are written in, as HTML: headings, paragraphs, lists, tables, emphasis and code.
 * Everything is escaped first, and a link is its words alone, for its target lies in the project and not on the site.
 */
final class MarkdownHtml {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]*\\)");
    private static final Pattern ITEM = Pattern.compile("^(- |[0-9]+\\. ).*", Pattern.DOTALL);
    private static final String[] SIZES = {"l", "m", "s"};

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    private MarkdownHtml() {}

    /** The text after its title, as HTML that can stand on a page. */
    static String of(String markdown) {
        MarkdownHtml page = new MarkdownHtml();
        markdown.lines().skip(1).forEach(page::line);
        page.close();
        return page.html.toString();
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            rows.add(line);
        } else if (ITEM.matcher(line).matches()) {
            if (!paragraph.isEmpty() || !rows.isEmpty()) {
                close();
            }
            items.add(line.substring(line.indexOf(' ') + 1));
        } else if (line.startsWith("#")) {
            close();
            heading(line);
        } else if (line.isBlank() || line.equals("---")) {
            close();
        } else {
            paragraph.add(line);
        }
    }

    private void heading(String line) {
        int level = Math.min(line.length() - line.replaceFirst("^#+", "").length(), SIZES.length);
        html.append("<h%d class=\"govuk-heading-%s\">".formatted(level, SIZES[level - 1]))
                .append(inline(line.replaceFirst("^#+ *", "")))
                .append("</h%d>\n".formatted(level));
    }

    private void close() {
        if (!items.isEmpty()) {
            html.append("<ul class=\"govuk-list govuk-list--bullet\">");
            items.forEach(item -> html.append("<li>").append(inline(item)).append("</li>"));
            html.append("</ul>\n");
        }
        if (!paragraph.isEmpty()) {
            html.append("<p class=\"govuk-body\">")
                    .append(inline(String.join(" ", paragraph)))
                    .append("</p>\n");
        }
        if (rows.size() > 1) {
            table();
        }
        items.clear();
        paragraph.clear();
        rows.clear();
    }

    private void table() {
        List<String> names = cells(rows.getFirst());
        html.append("<div class=\"rt-wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(String.join(", ", names)))
                .append(
                        "\"><table class=\"govuk-table\"><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        names.forEach(name -> html.append("<th scope=\"col\" class=\"govuk-table__header\">")
                .append(inline(name))
                .append("</th>"));
        html.append("</tr></thead><tbody class=\"govuk-table__body\">\n");
        for (String row : rows.subList(2, rows.size())) {
            html.append("<tr class=\"govuk-table__row\">");
            cells(row)
                    .forEach(cell -> html.append("<td class=\"govuk-table__cell\">")
                            .append(inline(cell))
                            .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static String inline(String text) {
        String safe = LINK.matcher(escaped(text)).replaceAll("$1");
        String code = CODE.matcher(safe).replaceAll("<code>$1</code>");
        return EMPHASIS.matcher(STRONG.matcher(code).replaceAll("<strong>$1</strong>"))
                .replaceAll("<em>$1</em>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
