package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service and pseudonym authority as packaged: neither has the other's routes, and the service never takes a domain's key. */
@Tag("process")
class TwoProcessesIT {

    private static final String PASSPHRASE = "a passphrase of the tests";
    private static final Map<String, String> GIVEN = Map.of("RETTIDIG_AUTHORITY_PASSPHRASE", PASSPHRASE);

    @TempDir
    Path directory;

    @Test
    void theAuthorityHasItsOwnRoutesAndNoneOfTheService() throws Exception {
        Path home = Files.createDirectories(directory.resolve("authority"));
        assertThat(run(home, GIVEN, "authority", "new-key", "--home", home.toString(), "999.child_support.1"))
                .startsWith("exit 0");
        try (PostgresProcess database = PostgresProcess.create(directory);
                ServiceProcess authority = ServiceProcess.authority(home, database, PASSPHRASE)) {
            String at = authority.address().toString();
            assertThat(RestAssured.get(at + "/api/v1/authority/domains")
                            .jsonPath()
                            .getList("domain"))
                    .containsExactly("999.child_support.1");
            for (String service : List.of("/api/v1/runs", "/api/v1/flags", "/flags", "/deliveries", "/api/v1/feeds")) {
                assertThat(RestAssured.given()
                                .redirects()
                                .follow(false)
                                .get(at + service)
                                .statusCode())
                        .as(service)
                        .isEqualTo(404);
            }
            assertThat(RestAssured.given()
                            .contentType("application/json")
                            .body("{}")
                            .post(at + "/api/v1/feeds/any/deliveries")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(RestAssured.get(at + "/ledger/log-key").asString()).startsWith("rettidig.invalid/authority");
        }
    }

    @Test
    void theServiceHasNoRouteOfTheAuthority() throws Exception {
        Path home = Files.createDirectories(directory.resolve("service"));
        try (PostgresProcess database = PostgresProcess.create(directory);
                ServiceProcess service = ServiceProcess.start(home, "service", database, List.of())) {
            assertThat(RestAssured.get(service.address() + "/api/v1/authority/domains")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(RestAssured.given()
                            .contentType("application/json")
                            .body("{}")
                            .post(service.address() + "/api/v1/authority/domains/999.child_support.1/evaluations")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theServiceRefusesToStartWithAKeyOfTheAuthority() throws Exception {
        String home = directory.resolve("service").toString();
        Path other = directory.resolve("other");
        Files.createDirectories(other.resolve("domain-keys"));

        assertThat(run(directory, GIVEN, "serve", "--home", home))
                .startsWith("exit 1")
                .contains("the service must never hold")
                .doesNotContain(PASSPHRASE);
        assertThat(run(directory, Map.of("RETTIDIG_AUTHORITY_PASSPHRASE_FILE", "/nowhere"), "serve", "--home", home))
                .startsWith("exit 1");
        assertThat(run(directory, Map.of(), "serve", "--home", other.toString()))
                .startsWith("exit 1")
                .contains("domain-keys");
    }

    @Test
    void theAuthorityDoesNotStartWithoutOrWithAWrongPassphrase() throws Exception {
        Path home = Files.createDirectories(directory.resolve("authority"));
        run(home, GIVEN, "authority", "new-key", "--home", home.toString(), "999.child_support.1");

        assertThat(run(home, Map.of(), "authority", "--home", home.toString()))
                .startsWith("exit 1")
                .contains("RETTIDIG_AUTHORITY_PASSPHRASE_FILE");
        assertThat(run(
                        home,
                        Map.of("RETTIDIG_AUTHORITY_PASSPHRASE", "another passphrase", "QUARKUS_HTTP_PORT", "0"),
                        "authority",
                        "--home",
                        home.toString()))
                .startsWith("exit 1")
                .contains("seal_ciphertext_invalid")
                .doesNotContain("another passphrase");
        assertThat(run(home, GIVEN, "authority", "new-key", "--home", home.toString(), "999.child_support.1"))
                .startsWith("exit 1")
                .contains("never replaced");
        assertThat(run(home, GIVEN, "authority", "new-key", "--home", home.toString(), "no domain"))
                .startsWith("exit 1")
                .contains("999.child_support.1");
    }

    private static String run(Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = ServiceProcess.command(directory, arguments);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return "exit " + process.exitValue() + "\n" + output;
    }
}
