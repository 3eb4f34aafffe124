package dk.rettidig.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    private final List<PolicyProblem> problems = new ArrayList<>();

    private Optional<YamlNode.Mapping> read(String yaml) {
        return YamlReader.read(PolicyFile.of("x.yaml", yaml), problems);
    }

    @Test
    void remembersTheLineOfEveryKey() {
        YamlNode.Mapping top =
                read("# a comment\na: 1\n\nlist:\n  - x: true\n    y: text\n").orElseThrow();

        assertThat(top.keyLines()).containsEntry("a", 2).containsEntry("list", 4);
        YamlNode.Sequence list =
                (YamlNode.Sequence) Objects.requireNonNull(top.entries().get("list"));
        YamlNode.Mapping first = (YamlNode.Mapping) list.items().getFirst();
        assertThat(first.keyLines()).containsEntry("x", 5).containsEntry("y", 6);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1⏎b: 2⏎a: 3 | 3 | stands in line 1",
                "a: &x [1]⏎b: *x | 1 | an anchor or alias",
                "a: 1⏎b: *missing | 2 | x.yaml",
                "a: !!java.net.URL [http://x] | 1 | a tag",
                "a: 1⏎---⏎b: 2 | 2 | a second document",
                "- a⏎- b | 1 | expected keys at the top level",
                "a: 1⏎b: [1, 2 | 2 | not YAML",
                "a: 1⏎→b: 2 | 1 | not YAML",
                "`` | 1 | the file is empty"
            })
    void refusesWithTheLine(String yaml, int line, String found) {
        Optional<YamlNode.Mapping> top = read(yaml.replace('⏎', '\n').replace('→', '\t'));

        assertThat(top).isEmpty();
        assertThat(problems).isNotEmpty();
        assertThat(problems.getFirst().toString()).contains(found);
        assertThat(problems.getFirst().line()).isBetween(line, line + 1);
    }

    @Test
    void refusesAnAliasBombAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("x]\n");
        }

        assertThat(read(bomb.toString())).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.found()).contains("anchor");
        });
    }

    @Test
    void refusesDeepNesting() {
        assertThat(read("a: " + "[".repeat(5000) + "]".repeat(5000))).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void refusesAHugeFile() {
        assertThat(read("a: \"" + "x".repeat(PolicySetReader.LARGEST_FILE) + "\""))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("bytes"));
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        byte[] latin1 = "a: 1\nb: \"børn\"\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(YamlReader.read(PolicyFile.of("x.yaml", latin1), problems)).isEmpty();
        assertThat(problems).containsExactly(new PolicyProblem("x.yaml", 2, "not UTF-8", "save the file as UTF-8"));
    }
}
