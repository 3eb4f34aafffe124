package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.access.Action;
import dk.rettidig.web.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the ledger reads sentences: each event and each action has one in Danish and one in English. */
class EntrySentenceTest {

    private static final Path SENTENCES = Path.of("src/main/resources/entries/sentences.properties");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+\\.[a-z_]+)` \\|");

    @Test
    void everyEventOfTheCatalogueIsSaidInBothLanguages() throws IOException {
        assertThat(events())
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> assertTwoSentences(
                        type,
                        EntrySentence.ofEvent(type, Language.DANISH),
                        EntrySentence.ofEvent(type, Language.ENGLISH)));
    }

    @Test
    void everyActionIsSaidInBothLanguages() {
        assertThat(actions())
                .allSatisfy(action -> assertTwoSentences(
                        action,
                        EntrySentence.ofAction(action, Language.DANISH),
                        EntrySentence.ofAction(action, Language.ENGLISH)));
    }

    @Test
    void noSentenceIsLeftOfAnEventOrAnActionThatIsGone() throws IOException {
        Properties sentences = new Properties();
        try (var reader = Files.newBufferedReader(SENTENCES)) {
            sentences.load(reader);
        }
        TreeSet<String> expected = new TreeSet<>();
        Stream.concat(
                        events().stream().map(type -> "event." + type),
                        actions().stream().map(action -> "action." + action))
                .forEach(key -> expected.addAll(List.of(key + ".da", key + ".en")));

        EntrySentence.families("", Language.DANISH)
                .forEach(family -> expected.addAll(
                        List.of("family." + family.value() + ".da", "family." + family.value() + ".en")));

        assertThat(new TreeSet<>(sentences.stringPropertyNames())).isEqualTo(expected);
    }

    @Test
    void everyEventOfThisServiceCanBeAskedForByItsFamily() throws IOException {
        List<EntrySentence.Choice> families = EntrySentence.families("follow_up.", Language.DANISH);

        assertThat(families).filteredOn(EntrySentence.Choice::selected).hasSize(1);
        assertThat(events())
                .filteredOn(type -> !type.startsWith("authority.")) // the authority has a ledger of its own
                .allSatisfy(type -> assertThat(families)
                        .as("a family for %s", type)
                        .anyMatch(family -> type.startsWith(family.value())));
    }

    @Test
    void aRefusalNamesActionAndRule() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.putObject("request").put("action", "open_notification");
        fields.putArray("rules").add("municipality_of_its_own");

        assertThat(EntrySentence.of("gate.refused", fields, Language.DANISH))
                .isEqualTo("Regelsættet afviste: at læse en underretning (regel municipality_of_its_own)");
        assertThat(EntrySentence.of("gate.permitted", fields, Language.ENGLISH))
                .isEqualTo("The rule set permitted: reading a notification");
    }

    @Test
    void anEventOfALaterVersionIsShownByItsType() {
        assertThat(EntrySentence.of("later.happened", JsonNodeFactory.instance.objectNode(), Language.DANISH))
                .isEqualTo("later.happened");
    }

    private static void assertTwoSentences(String id, String danish, String english) {
        assertThat(danish).as("Danish of %s", id).isNotBlank().isNotEqualTo(id).isNotEqualTo(english);
        assertThat(english).as("English of %s", id).isNotBlank().isNotEqualTo(id);
    }

    /** As EventCatalogueTest finds them in the code. */
    private static List<String> events() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/ledger-events.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> actions() {
        return Arrays.stream(Action.values()).map(Action::id).toList();
    }
}
