package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.scoring.FeatureDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person with the shipped table, a pencil and a child's values comes within rounding of what the service calculates. */
class PointsTableTest {

    private static final Pattern LINE = Pattern.compile("\\| ([A-Z_]+) \\| (.+?) \\| (-?[0-9]+) \\|");
    private static final Pattern EVERYBODY = Pattern.compile("\\| alle / everybody \\| \\| (-?[0-9]+) \\|");
    private static final Pattern SUM = Pattern.compile("\\| (-?[0-9]+) \\| ([0-9]+) \\|");

    @Test
    void addedUpByHandTheTableGivesTheProbability() throws Exception {
        Candidate shipped = Candidate.read(Path.of("models/scorecard/1.2.0"));
        String table = new String(shipped.files().get("points-table.md"), StandardCharsets.UTF_8);
        List<TrainingRow> rows =
                shipped.testRows(SyntheticRows::new).stream().limit(500).toList();
        double[] exact = shipped.probabilities(rows);
        Map<Integer, Integer> ofHundred = new HashMap<>();
        SUM.matcher(table)
                .results()
                .forEach(each -> ofHundred.put(Integer.valueOf(each.group(1)), Integer.valueOf(each.group(2))));

        for (int row = 0; row < rows.size(); row++) {
            int sum = byHand(table, shipped.manifest().features(), rows.get(row).values());
            assertThat(ofHundred.getOrDefault(sum, -1000) / 100.0).isCloseTo(exact[row], within(0.04));
        }
    }

    private static int byHand(String table, List<FeatureDefinition> features, double[] values) {
        Matcher everybody = EVERYBODY.matcher(table);
        assertThat(everybody.find()).isTrue();
        int sum = Integer.parseInt(everybody.group(1));
        for (int i = 0; i < values.length; i++) {
            sum += points(table, features.get(i).indicator().value(), values[i]);
        }
        return sum;
    }

    private static int points(String table, String indicator, double value) {
        return LINE.matcher(table)
                .results()
                .filter(line -> line.group(1).equals(indicator) && fits(line.group(2), value))
                .mapToInt(line -> Integer.parseInt(line.group(3)))
                .findFirst()
                .orElse(0);
    }

    private static boolean fits(String label, double value) {
        if (label.contains("ukendt")) {
            return Double.isNaN(value);
        }
        for (String part : label.split(", ")) {
            double edge = Double.parseDouble(part.substring(2));
            boolean holds =
                    switch (part.charAt(0)) {
                        case '<' -> value < edge;
                        case '≥' -> value >= edge;
                        default -> value == edge;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
