package dk.rettidig.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The committed description of the API, read as a client would. */
final class ApiDocument {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    static ApiDocument read(Path file) throws IOException {
        return new ApiDocument(new YAMLMapper().readTree(file.toFile()));
    }

    /** Operations by {@code VERB path}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> VERBS.contains(each.getKey()))
                        .forEach(each -> operations.put(
                                each.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                each.getValue())));
        return operations;
    }

    /** The schemas by name. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(each -> schemas.put(each.getKey(), each.getValue()));
        return schemas;
    }

    /** Follows a reference within the document. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with an answer; a member that is not described is wrong too. */
    Set<ValidationMessage> problems(String operation, Response answer) {
        JsonNode described =
                resolve(operations().get(operation).path("responses").path(Integer.toString(answer.statusCode())));
        String type = answer.contentType().replaceAll(";.*", "");
        JsonNode schema = described.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(operation + " answered " + answer.statusCode() + " " + type + ", not described: "
                    + answer.asString());
        }
        ObjectNode strict = document.deepCopy();
        strict.path("components").path("schemas").properties().stream()
                .filter(each -> !Set.of("Problem", "Refusal").contains(each.getKey()))
                .filter(each -> each.getValue().path("type").asText().equals("object"))
                .forEach(each -> ((ObjectNode) each.getValue()).put("additionalProperties", false));
        ObjectNode whole = strict.objectNode();
        whole.set("components", strict.path("components"));
        whole.setAll((ObjectNode) schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(answer.asString(), InputFormat.JSON);
    }
}
