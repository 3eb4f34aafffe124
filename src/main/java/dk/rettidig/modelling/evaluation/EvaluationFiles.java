package dk.rettidig.modelling.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes reports: {@code NAME.json} and {@code NAME.html}. */
public final class EvaluationFiles {

    private static final ObjectMapper MAPPER = mapper();

    private EvaluationFiles() {}

    /** A value of ours as JSON: snake case, numbers that do not exist as null. */
    public static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is made of records", e);
        }
    }

    /**
     * Writes both files.
     *
     * @return the HTML file
     * @throws IOException when they cannot be written
     */
    public static Path write(EvaluationReport report, Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".json"), json(report), StandardCharsets.UTF_8);
        Path html = directory.resolve(name + ".html");
        Files.writeString(html, new HtmlReport(report).text(), StandardCharsets.UTF_8);
        return html;
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .registerModule(new SimpleModule()
                        .addSerializer(Double.class, new Numbers())
                        .addSerializer(double.class, new Numbers()));
    }

    private static final class Numbers extends StdSerializer<Double> {

        private static final long serialVersionUID = 1L;

        Numbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                generator.writeNull();
            }
        }
    }
}
