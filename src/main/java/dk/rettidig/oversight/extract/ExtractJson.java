package dk.rettidig.oversight.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The JSON of passages, for keeping, and of the document, for giving. */
public final class ExtractJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ExtractJson() {}

    /** A passage as text. */
    public static String passage(Passage passage) {
        return write(passage, JSON);
    }

    /**
     * The passage that a text holds.
     *
     * @throws IllegalArgumentException when it holds none
     */
    public static Passage passage(String text) {
        try {
            return JSON.readValue(text, Passage.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("not a passage", damaged);
        }
    }

    /** The document, indented for people. */
    static String document(ExtractDocument document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of our own can be written", impossible);
        }
    }

    private static String write(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value of our own can be written", impossible);
        }
    }
}
