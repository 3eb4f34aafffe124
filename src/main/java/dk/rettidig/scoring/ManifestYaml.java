package dk.rettidig.scoring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dk.rettidig.indicator.IndicatorId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes manifests: YAML, snake case, unknown and repeated members refused. */
public final class ManifestYaml {

    private static final ObjectMapper MAPPER = mapper();

    private ManifestYaml() {}

    /**
     * Reads a manifest.
     *
     * @throws ModelIntegrityException {@code MANIFEST_MALFORMED}
     */
    public static ModelManifest read(byte[] yaml) throws ModelIntegrityException {
        try {
            ModelManifest manifest = MAPPER.readValue(yaml, ModelManifest.class);
            manifest.calibration().calibration();
            return manifest;
        } catch (IOException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new ModelIntegrityException(
                    ModelIntegrityException.Reason.MANIFEST_MALFORMED,
                    "the manifest does not have the form of a scorecard's",
                    e);
        }
    }

    /** The {@code kind} that a manifest claims; empty when it cannot be read. Not to be trusted. */
    static String kind(byte[] yaml) {
        try {
            return MAPPER.readTree(yaml).path("kind").asText();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads YAML into a record of ours, unknown members refused. */
    public static <T> T read(byte[] yaml, Class<T> type) throws IOException {
        return MAPPER.readValue(yaml, type);
    }

    /** Writes a manifest; equal manifests give equal bytes. */
    public static byte[] write(ModelManifest manifest) {
        try {
            return MAPPER.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest of records can be written", e);
        }
    }

    /** Turns records into a tree for {@code provenance} and {@code evaluation}. */
    public static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Reads a tree that {@link #treeOf} made. */
    public static <T> T fromTree(JsonNode tree, Class<T> type) throws IOException {
        return MAPPER.treeToValue(tree, type);
    }

    private static ObjectMapper mapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        SimpleModule ids = new SimpleModule();
        ids.addSerializer(IndicatorId.class, new IdWriter());
        ids.addDeserializer(IndicatorId.class, new IdReader());
        return new ObjectMapper(factory)
                .registerModule(ids)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static final class IdWriter extends StdSerializer<IndicatorId> {

        private static final long serialVersionUID = 1L;

        IdWriter() {
            super(IndicatorId.class);
        }

        @Override
        public void serialize(IndicatorId id, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(id.value());
        }
    }

    private static final class IdReader extends StdDeserializer<IndicatorId> {

        private static final long serialVersionUID = 1L;

        IdReader() {
            super(IndicatorId.class);
        }

        @Override
        public IndicatorId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new IndicatorId(parser.getText());
        }
    }
}
