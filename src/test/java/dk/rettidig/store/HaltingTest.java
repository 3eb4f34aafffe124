package dk.rettidig.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The question for halts has one home, and each statement that erases by retention has the same words for it. */
class HaltingTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern WRITTEN_OUT = Pattern.compile("(from|join|select|in) \\(?halted(_\\w+)?\\(");

    @Test
    void nobodyElseWritesTheQuestionForHalts() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> writing = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Halting.java"))
                    .filter(HaltingTest::writesItOut)
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(writing).isEmpty();
        }
    }

    private static boolean writesItOut(Path file) {
        try {
            return WRITTEN_OUT.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void eachQuestionNamesTheHaltsThatItAsksFor() {
        assertThat(Halting.unlessHalted("f.pseudonym"))
                .isEqualTo(" and not exists (select 1 from halted(?) h(kept) where h.kept = f.pseudonym)");
        assertThat(Halting.unlessHalted("f.pseudonym", ":municipality"))
                .isEqualTo(" and not exists (select 1 from halted(:municipality) h(kept) where h.kept = f.pseudonym)");
        assertThat(Halting.unlessLookupHalted("r.lookup"))
                .isEqualTo(" and not exists (select 1 from halted_lookups(?) h(kept) where h.kept = r.lookup)");
        assertThat(Halting.unlessEntryHalted("c.append_id"))
                .isEqualTo(" and not exists (select 1 from halted_appends() h(kept) where h.kept = c.append_id)");
    }
}
