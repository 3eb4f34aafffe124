package dk.rettidig.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.DataCategory;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.IndicatorRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The catalogue of the shipped policy set, as far as models look at it: ids, availability and freshness. */
public final class TestCatalogue {

    public static final IndicatorCatalogue SHIPPED = shipped();

    private TestCatalogue() {}

    private static IndicatorCatalogue shipped() {
        try {
            byte[] yaml = Files.readAllBytes(Path.of("policies/indicators.yaml"));
            List<Indicator> indicators = new ArrayList<>();
            for (JsonNode node :
                    new ObjectMapper(new YAMLFactory()).readTree(yaml).get("indicators")) {
                indicators.add(indicator(node));
            }
            return new IndicatorRegister(indicators);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Indicator indicator(JsonNode node) {
        Availability availability = Arrays.stream(Availability.values())
                .filter(each -> each.id().equals(node.get("availability").asText()))
                .findFirst()
                .orElseThrow();
        return new Indicator(
                new IndicatorId(node.get("id").asText()),
                (short) node.get("code").asInt(),
                node.get("danish").asText(),
                node.get("english").asText(),
                node.get("unit").asText(),
                node.get("minimum").asDouble(),
                node.get("maximum").asDouble(),
                DataCategory.ORDINARY,
                availability,
                Duration.ofDays(node.get("freshness_days").asInt()),
                Set.of(),
                List.of(),
                "test",
                "test");
    }
}
