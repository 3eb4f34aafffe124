package dk.rettidig.oversight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the record can say about a child, an extract says in words. */
class PhrasesTest {

    /** A row of the generated catalogue whose fields name a child or a flag. */
    private static final Pattern ABOUT_A_CHILD =
            Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|.*(\\*`(?:pseudonym|subject|child_0)`\\*|`flags?`).*\\|$");

    private static List<String> types() throws IOException {
        return ABOUT_A_CHILD
                .matcher(Files.readString(Path.of("docs/ledger-events.md"), StandardCharsets.UTF_8))
                .results()
                .map(row -> row.group(1))
                .distinct()
                .toList();
    }

    @Test
    void everyEventThatNamesAChildOrAFlagHasWords() throws IOException {
        assertThat(types())
                .hasSizeGreaterThan(40)
                .contains("handover.read", "supervision.case_reviewed", "flag.raised", "gate.refused")
                .allSatisfy(type ->
                        assertThat(Phrases.known(type)).as("words for %s", type).isPresent());
    }

    @Test
    void whatHasNoWordsIsNamedAndNotLeftOut() {
        assertThat(Phrases.of("feature.unknown").text().danish()).contains("feature.unknown");
    }

    @Test
    void noWordsNameAType() throws IOException {
        for (String type : types()) {
            Matcher named = Pattern.compile(Pattern.quote(type))
                    .matcher(Phrases.of(type).text().danish());
            assertThat(named.find()).as(type).isFalse();
        }
    }
}
