package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moved children: two municipalities, two pseudonyms, each knowing its own part of the year. */
class MovesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PopulationSettings TWO = PopulationSettings.of(42, 0)
            .withMunicipalities(List.of(
                    SyntheticMunicipality.invented(6_000),
                    DanishPopulation.municipality(851).withChildren(4_000)));

    @TempDir
    private Path folder;

    /** A moved child's line of the truth file. */
    private record Moved(String from, String to, String first, String second, LocalDate on) {}

    @Test
    void everyMovedChildIsKnownInBothMunicipalitiesUnderDifferentPseudonyms() throws IOException {
        new PopulationWriter(TWO, FeedFormat.NDJSON, folder, 2).write(done -> {});

        List<Moved> moved = moved();
        assertThat(moved).hasSizeBetween(150, 250);
        for (String code : List.of("999", "851")) {
            Set<String> housing = pseudonyms(code, SyntheticFeed.HOUSING);
            Set<String> all = pseudonyms(code, SyntheticFeed.CASE_SYSTEM);
            all.addAll(housing);
            for (Moved child : moved) {
                assertThat(child.first()).isNotEqualTo(child.second());
                assertThat(all).doesNotContain(child.to().equals(code) ? child.first() : child.second());
                if (child.to().equals(code)) {
                    assertThat(all).contains(child.second());
                }
            }
        }
    }

    @Test
    void theSecondMunicipalityKnowsNothingFromBeforeTheMove() throws IOException {
        new PopulationWriter(TWO, FeedFormat.NDJSON, folder, 2).write(done -> {});
        List<Moved> moved = moved();

        int rows = 0;
        for (JsonNode row : rows("851")) {
            for (Moved child : moved) {
                if (child.second().equals(row.get("pseudonym").asText())) {
                    rows++;
                    assertThat(LocalDate.parse(row.get("period_from").asText())).isAfterOrEqualTo(child.on());
                    assertThat(row.get("known_at").asText())
                            .isGreaterThan(child.on().toString());
                }
            }
        }
        assertThat(rows).isGreaterThan(500);
    }

    @Test
    void theFirstMunicipalityKnowsNothingFromAfterTheMove() throws IOException {
        new PopulationWriter(TWO.withDefects(Set.of(Defect.MOVED)), FeedFormat.NDJSON, folder, 2).write(done -> {});
        List<Moved> moved = moved();

        for (JsonNode row : rows("999")) {
            if (row.get("indicator").asText().equals("SCOPE_NOTIFIED")) {
                continue;
            }
            for (Moved child : moved) {
                if (child.first().equals(row.get("pseudonym").asText())) {
                    assertThat(LocalDate.parse(row.get("period_to").asText())).isBeforeOrEqualTo(child.on());
                }
            }
        }
    }

    @Test
    void withoutAnotherMunicipalityAFamilyMovesOutOfThePopulation() {
        Moves alone = new Moves(PopulationSettings.of(42, 5_000));

        assertThat(alone.destination(999, 1)).isEqualTo(Moves.OUTSIDE);
        assertThat(alone.to(999)).isEmpty();
        assertThat(new Moves(TWO).destination(999, 1)).isEqualTo(851);
        assertThat(new Moves(TWO.withDefects(Set.of())).to(851)).isEmpty();
    }

    private List<Moved> moved() throws IOException {
        List<Moved> moved = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("truth.csv"), StandardCharsets.UTF_8)) {
            String[] field = line.split(",", -1);
            if (field.length > 21 && field[19].matches("\\d+")) {
                LocalDate on = TWO.day().minusDays(Integer.parseInt(field[19]));
                moved.add(new Moved(field[2], field[20], field[1], field[21], on));
            }
        }
        return moved;
    }

    private Set<String> pseudonyms(String code, SyntheticFeed feed) throws IOException {
        Set<String> found = new HashSet<>();
        Path file = folder.resolve(code).resolve(feed.id() + ".ndjson");
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            found.add(JSON.readTree(line).get("pseudonym").asText());
        }
        return found;
    }

    private List<JsonNode> rows(String code) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            Path file = folder.resolve(code).resolve(feed.id() + ".ndjson");
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
