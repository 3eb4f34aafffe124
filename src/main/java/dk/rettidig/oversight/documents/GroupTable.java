package dk.rettidig.oversight.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors of the release by group, from its evaluation. */
final class GroupTable {

    private static final String MODEL = "model";

    private final Running running;
    private final Page page;

    GroupTable(Running running, Page page) {
        this.running = running;
        this.page = page;
    }

    /** Writes those that can be shown, a row each, and names those that are too small. */
    void write() {
        if (running.evaluation().isEmpty()) {
            page.open("Udgivelsen har ingen tal for grupper.", "The release has no figures by group.");
            return;
        }
        page.table(
                "gruppe / group",
                "børn / children",
                "hyppighed / base rate",
                "AUC",
                "fejlmarkeringer / false positives",
                "oversete / false negatives");
        for (JsonNode comparison : running.evaluation().get().path("comparisons")) {
            if (!comparison.path("id").asText().equals(MODEL)) {
                continue;
            }
            for (JsonNode group : comparison.path("groups")) {
                if (!group.path("suppressed").asBoolean()) {
                    group(group);
                }
            }
        }
        page.endTable();
        small();
    }

    /** Groups too small to show are told by name, an attribute a line. */
    private void small() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (JsonNode comparison : running.evaluation().orElseThrow().path("comparisons")) {
            for (JsonNode group : comparison.path("groups")) {
                if (comparison.path("id").asText().equals(MODEL)
                        && group.path("suppressed").asBoolean()) {
                    names.computeIfAbsent(group.path("attribute").asText(), _ -> new ArrayList<>())
                            .add(group.path("level").asText());
                }
            }
        }
        names.forEach((attribute, levels) -> page.line(attribute + ": " + levels.size()
                + " grupper er for små til at vise / groups are too small to show: " + String.join(", ", levels)));
    }

    private void group(JsonNode group) {
        String name =
                group.path("attribute").asText() + ": " + group.path("level").asText();
        JsonNode figures = group.path("figures");
        page.row(
                name,
                group.path("rows").asInt(),
                Tables.interval(figures.path("base_rate")),
                Tables.interval(figures.path("auc")),
                Tables.interval(figures.path("false_positive_rate")),
                Tables.interval(figures.path("false_negative_rate")));
    }
}
