package dk.rettidig.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {

    @Test
    void alternatesFiveTimesAndTakesMedians() throws IOException, InterruptedException {
        List<String> order = new ArrayList<>();
        double[] figures = {9, 1, 5, 2, 4};
        int[] at = {0};
        Alternating result = Alternating.measure(
                () -> {
                    order.add("subject");
                    return figures[at[0]++];
                },
                () -> {
                    order.add("baseline");
                    return 2;
                });
        assertThat(order).hasSize(10).startsWith("baseline", "subject", "baseline");
        assertThat(result.subjectMedian()).isEqualTo(4);
        assertThat(result.baselineMedian()).isEqualTo(2);
        assertThat(Alternating.median(List.of(1.0, 2.0, 3.0, 10.0))).isEqualTo(2.5);
    }

    @Test
    void printsTheFieldsThatTheDesignNamesAndJudgesTheReach() throws IOException {
        BenchResult slow =
                BenchResult.against("x", 3, 1, "s", BenchResult.Better.LOWER, 2, Map.of("turns", List.of(1.0, 2.0)));
        JsonNode json = new ObjectMapper().readTree(slow.json());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("name", "value", "unit", "better", "baseline", "ratio", "reach", "detail");
        assertThat(json.get("better").asText()).isEqualTo("lower");
        assertThat(slow.reached()).isFalse();
        assertThat(slow.line()).contains("NOT reached");
        BenchResult fast = BenchResult.alone("x", 5000, "1/s", BenchResult.Better.HIGHER, 3000, Map.of());
        assertThat(fast.reached()).isTrue();
        assertThat(new ObjectMapper().readTree(fast.json()).get("ratio").isNull())
                .isTrue();
    }

    @Test
    void measuresTheVerificationOfALedgerItWrites() throws IOException {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute("verify", "--entries", "700", "--json");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(code).isBetween(0, 1);
        assertThat(json.at("/detail/entries").asLong()).isEqualTo(700);
        assertThat(json.get("ratio").asDouble()).isPositive();
        assertThat(new CommandLine(new BenchCommand())
                        .setErr(new PrintWriter(new StringWriter(), true))
                        .execute("nonsense"))
                .isEqualTo(2);
    }
}
