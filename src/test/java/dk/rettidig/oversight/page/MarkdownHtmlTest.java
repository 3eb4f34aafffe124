package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownHtmlTest {

    @Test
    void headingsParagraphsListsAndTablesBecomeTheirElements() {
        String html = MarkdownHtml.of("""
                # Titel / Title

                Et *lille* ord og **et stort**,
                og `kode`.

                ## Afsnit / Section

                - en
                - to

                | a | b |
                |---|---|
                | 1 | x `y` |

                ---
                """);

        assertThat(html)
                .doesNotContain("Titel", "---")
                .contains("Et <em>lille</em> ord og <strong>et stort</strong>, og <code>kode</code>.</p>")
                .contains("<h2 class=\"govuk-heading-m\">Afsnit / Section</h2>")
                .contains("<li>en</li><li>to</li></ul>")
                .contains("<th scope=\"col\" class=\"govuk-table__header\">a</th>")
                .contains("<td class=\"govuk-table__cell\">x <code>y</code></td></tr>");
    }

    @Test
    void nothingOfATextIsMarkupAndALinkIsItsWordsAlone() {
        String html = MarkdownHtml.of("# t\n<script>alert('1')</script> & \"x\" [kort](javascript:alert)\n");

        assertThat(html)
                .doesNotContain("<script", "javascript", "href")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot; kort");
    }
}
