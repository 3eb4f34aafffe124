package dk.rettidig.cli.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One figure.
 *
 * @param name stable name, snake case
 * @param value the figure, the median over all alternations
 * @param unit of {@code value} and {@code baseline}, for instance {@code s} or {@code rows/s}
 * @param better which way is better
 * @param baseline the baseline's figure in the same unit, if the work is held against one
 * @param ratio {@code value / baseline}, when there is a baseline
 * @param reach the bound to reach: on the ratio when there is a baseline, else on the value
 * @param detail whatever helps to judge the figure: sizes, bytes, each alternation
 */
public record BenchResult(
        String name,
        double value,
        String unit,
        Better better,
        OptionalDouble baseline,
        OptionalDouble ratio,
        double reach,
        Map<String, Object> detail) {

    public BenchResult {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A figure held against a baseline; {@code reach} bounds the ratio. */
    public static BenchResult against(
            String name,
            double value,
            double baseline,
            String unit,
            Better better,
            double reach,
            Map<String, Object> detail) {
        return new BenchResult(
                name,
                value,
                unit,
                better,
                OptionalDouble.of(baseline),
                OptionalDouble.of(value / baseline),
                reach,
                detail);
    }

    /** A figure that stands for itself; {@code reach} bounds the value. */
    public static BenchResult alone(
            String name, double value, String unit, Better better, double reach, Map<String, Object> detail) {
        return new BenchResult(
                name, value, unit, better, OptionalDouble.empty(), OptionalDouble.empty(), reach, detail);
    }

    /** Whether the bound is kept. */
    public boolean reached() {
        double judged = ratio.orElse(value);
        return better == Better.HIGHER ? judged >= reach : judged <= reach;
    }

    /** One JSON object on one line: name, value, unit, better, baseline, ratio, reach, detail. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", name);
            number(json, "value", OptionalDouble.of(value));
            json.writeStringField("unit", unit);
            json.writeStringField("better", better.word());
            number(json, "baseline", baseline);
            number(json, "ratio", ratio);
            number(json, "reach", OptionalDouble.of(reach));
            json.writeFieldName("detail");
            detail(json, detail);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** One line for people. */
    public String line() {
        String held = baseline.isPresent()
                ? String.format(
                        Locale.ROOT,
                        " against %s %s: ratio %.2f",
                        figure(baseline.getAsDouble()),
                        unit,
                        ratio.orElse(Double.NaN))
                : "";
        return String.format(
                Locale.ROOT,
                "%-20s %s %s%s (%s %s) %s",
                name,
                figure(value),
                unit,
                held,
                better == Better.HIGHER ? "at least" : "at most",
                figure(reach),
                reached() ? "reached" : "NOT reached");
    }

    private static String figure(double number) {
        return Math.abs(number) >= 100
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.3g", number);
    }

    private static void number(JsonGenerator json, String name, OptionalDouble number) throws IOException {
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number.getAsDouble());
        }
    }

    private static void detail(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    detail(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    detail(json, item);
                }
                json.writeEndArray();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }
}
