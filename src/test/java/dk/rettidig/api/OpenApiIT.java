package dk.rettidig.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API is made from the code and committed, so that a change of the wire shows in review. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OpenApiIT {

    static final Path COMMITTED = Path.of("docs/openapi.yaml");
    private static final Path MADE = Path.of("target/openapi.yaml");

    @TestHTTPResource(value = "/openapi", management = true)
    URI address;

    @Inject
    BeanManager beans;

    @Test
    void theCommittedDocumentIsTheOneThatTheServiceServes() throws IOException {
        String made = RestAssured.given().get(address).asString();
        Files.writeString(MADE, made, StandardCharsets.UTF_8);

        assertThat(Files.readString(COMMITTED, StandardCharsets.UTF_8))
                .as("docs/openapi.yaml differs; when the change is meant, copy " + MADE + " over it")
                .isEqualTo(made);
    }

    @Test
    void everyRouteForProgramsIsDescribedAndEveryDescribedRouteExists() throws IOException {
        Map<String, Set<String>> routes = new TreeMap<>();
        Route.all(beans).stream()
                .filter(Route::api)
                .forEach(route -> routes.computeIfAbsent(
                                route.verb() + " " + route.path() + " " + route.gated(), each -> new TreeSet<>())
                        .add(route.produces().replaceAll(";.*", "")));

        Map<String, Set<String>> described = new TreeMap<>();
        ApiDocument.read(COMMITTED).operations().forEach((name, operation) -> {
            String gated = operation.path("x-gate-action").asText() + "/"
                    + operation.path("x-gate-purpose").asText();
            Set<String> types = new TreeSet<>();
            operation.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .forEach(answer ->
                            answer.getValue().path("content").fieldNames().forEachRemaining(types::add));
            described.put(name + " " + gated, types);
        });

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItTakesAndWhatItAnswers() throws IOException {
        ApiDocument document = ApiDocument.read(COMMITTED);

        assertThat(document.operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("summary").asText()).as("summary").isNotBlank();
            assertThat(operation.path("tags")).as("tags").hasSize(1);
            assertThat(operation.has("security")).as("security").isTrue();
            operation.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("description").asText())
                        .as(parameter.toString())
                        .isNotBlank();
                assertThat(parameter.path("schema").has("type"))
                        .as(parameter.toString())
                        .isTrue();
            });
            operation
                    .path("responses")
                    .properties()
                    .forEach(answer -> answer(document, answer.getKey(), document.resolve(answer.getValue())));
        });
        assertThat(document.operations().values().stream()
                        .map(each -> each.path("operationId").asText())
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    private static void answer(ApiDocument document, String status, JsonNode answer) {
        assertThat(answer.path("description").asText()).as(status).isNotBlank();
        assertThat(answer.path("content").properties()).as(status).isNotEmpty().allSatisfy(content -> {
            JsonNode schema = content.getValue().path("schema");
            assertThat(schema.has("type") || schema.has("$ref"))
                    .as(status + " " + content)
                    .isTrue();
            if (status.compareTo("400") >= 0) {
                assertThat(content.getKey()).isEqualTo("application/problem+json");
            }
        });
        answer.path("headers")
                .forEach(header -> assertThat(
                                document.resolve(header).path("description").asText())
                        .as(header.toString())
                        .isNotBlank());
    }

    @Test
    void everyMemberOfEverySchemaIsSpelledInSnakeCase() throws IOException {
        assertThat(ApiDocument.read(COMMITTED).schemas()).isNotEmpty().allSatisfy((name, schema) -> {
            assertThat(name).matches("[A-Z][A-Za-z]+");
            schema.path("properties")
                    .fieldNames()
                    .forEachRemaining(member -> assertThat(member).matches("[a-z0-9]+(_[a-z0-9]+)*"));
            schema.path("required")
                    .forEach(member -> assertThat(schema.path("properties").has(member.asText()))
                            .as(name + "." + member)
                            .isTrue());
        });
    }
}
