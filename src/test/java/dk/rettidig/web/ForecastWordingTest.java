package dk.rettidig.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No page tells a reader what will happen to a child. A flag says that somebody should look; a text that forecasts harm would be read
 * as a judgement of the family (DESIGN.md section 6, GDPR art. 5(1)(a) and (d), AI Act art. 14(4)(b)). Read are all templates, the
 * English message bundles, the Danish words beside them in the code of the pages, and what is written for families and in extracts.
 */
class ForecastWordingTest {

    private static final Pattern FORECAST = Pattern.compile(
            "risiko|\\brisk|forudsig|forudse|predict|\\bdanger|\\bfarlig|i fare\\b|fare for|prognos|forecast|foresee"
                    + "|sandsynlighed for|sandsynligvis|likelihood|probability of|\\blikely\\b|truet|truende|threat"
                    + "|vil blive (?:udsat|skadet|mishandlet|misbrugt|anbragt|forsømt)|vil (?:få|have) brug for"
                    + "|will (?:be (?:harmed|abused|neglected|placed|hurt)|need|suffer)|forventes at|is expected to"
                    + "|kommer til skade|\\bharm",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Wordings that are not about what will happen to a child, each with the reason why it may stand. */
    private static final Map<String, String> ALLOWED = Map.of(
            "risikovurdering",
            "a step of the notification: a person judges within 24 hours whether a child needs help at once; no model has a part in it",
            "risk assessment",
            "the same step in English");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^}]*}");
    private static final Path CODE = Path.of("src/main/java/dk/rettidig");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** A text that somebody may read. */
    private record Said(Path where, String text) {}

    @Test
    void noTextThatPeopleReadForecastsHarm() throws IOException {
        List<Said> all = everything();
        Set<String> used = new HashSet<>();

        List<String> found = new ArrayList<>();
        for (Said said : all) {
            String text = said.text();
            for (String allowed : ALLOWED.keySet()) {
                String without = text.replaceAll("(?i)" + Pattern.quote(allowed), "");
                if (!without.equals(text)) {
                    used.add(allowed);
                    text = without;
                }
            }
            Matcher forecast = FORECAST.matcher(text);
            if (forecast.find()) {
                found.add(said.where() + ": " + forecast.group() + " in: " + said.text());
            }
        }

        assertThat(all).as("templates, bundles and words are read").hasSizeGreaterThan(2_000);
        assertThat(found).isEmpty();
        assertThat(used).as("what is allowed is said").isEqualTo(ALLOWED.keySet());
    }

    @Test
    void itWouldNotice() {
        assertThat(List.of(
                        "Barnet har høj risiko for omsorgssvigt",
                        "Modellen forudsiger, at barnet får behov",
                        "Barnet vil blive anbragt",
                        "The child is at risk of neglect",
                        "We predict that the child will need help",
                        "The child is in danger"))
                .allMatch(text -> FORECAST.matcher(text).find());
    }

    private static List<Said> everything() throws IOException {
        List<Said> all = new ArrayList<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            for (String line : lines(template)) {
                all.add(new Said(template, EXPRESSION.matcher(line).replaceAll("")));
            }
        }
        for (Path bundle : files(RESOURCES.resolve("messages"), ".properties")) {
            for (String line : lines(bundle)) {
                all.add(new Said(bundle, line.substring(line.indexOf('=') + 1)));
            }
        }
        for (Path source : files(CODE, ".java")) {
            if (isForReaders(source)) {
                Matcher literal = LITERAL.matcher(String.join("\n", lines(source)));
                while (literal.find()) {
                    all.add(new Said(source, literal.group(1)));
                }
            }
        }
        return all;
    }

    private static boolean isForReaders(Path source) {
        String path = source.toString();
        return path.contains("/page/")
                || path.contains("/review/explanation/")
                || path.contains("/oversight/extract/")
                || path.endsWith("Words.java");
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
