package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.statistics.JsonStat.Axis;
import dk.rettidig.statistics.JsonStat.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonStatTest {

    private static final JsonStat.Title TITLE =
            new JsonStat.Title("Underretninger", "Rettidig", Instant.parse("2026-11-22T10:00:00Z"));

    private static Axis axis(String id, String role, String... codes) {
        Map<String, String> categories = new LinkedHashMap<>();
        for (String code : codes) {
            categories.put(code, code + " i ord");
        }
        return new Axis(id, id + " i ord", categories, role);
    }

    @Test
    void isWrittenAsTheFormatDemands() throws Exception {
        JsonStat table = JsonStat.of(
                TITLE,
                List.of(axis("notifier", "", "school", "police"), axis("year", "time", "2025", "2026")),
                List.of(Value.of(12), Value.of(14), new Value(OptionalDouble.empty(), "few"), Value.of(7)));
        ObjectMapper mapper = new ObjectMapper();

        JsonNode written = mapper.readTree(mapper.writeValueAsString(table));

        assertThat(written).isEqualTo(mapper.readTree("""
                        {"version": "2.0", "class": "dataset", "label": "Underretninger", "source": "Rettidig",
                         "updated": "2026-11-22T10:00:00Z", "id": ["notifier", "year"], "size": [2, 2],
                         "dimension": {
                           "notifier": {"label": "notifier i ord", "category": {"index": ["school", "police"],
                             "label": {"school": "school i ord", "police": "police i ord"}}},
                           "year": {"label": "year i ord", "category": {"index": ["2025", "2026"],
                             "label": {"2025": "2025 i ord", "2026": "2026 i ord"}}}},
                         "role": {"time": ["year"]},
                         "value": [12.0, 14.0, null, 7.0], "status": {"2": "few"}}
                        """));
    }

    @Test
    void refusesATableThatDoesNotFit() {
        List<Axis> axes = List.of(axis("a", "", "x", "y"));

        assertThatIllegalArgumentException().isThrownBy(() -> JsonStat.of(TITLE, axes, List.of(Value.of(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        JsonStat.of(TITLE, List.of(axis("a", "", "x"), axis("a", "", "y")), List.of(Value.of(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a", "place", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a", "geo"));
    }
}
