package dk.rettidig.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

    private static final String DELIVERY = "explain --actor registry --at 999 --action deliver --purpose child_support "
            + "--phase demo --basis lb.demo.notified --scope notified --indicators SCH_ABS_UNL --sources school "
            + "--synthetic --attribute feed=school";

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path shippedAt(Path place) throws Exception {
        for (PolicyFile file : PolicySetReader.shipped().files()) {
            Path path = place.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        return place;
    }

    @Test
    void checkSaysThatTheShippedSetCanBeEnforced() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains(PolicySetReader.shipped().digest().value(), "kan håndhæves");
    }

    @Test
    void checkNamesFileLineAndWhatToDo() throws Exception {
        // Given
        Path file = shippedAt(directory).resolve(PolicySet.INDICATORS);
        String text = Files.readString(file).replaceFirst("unit: count", "unit: pieces");
        Files.writeString(file, text);
        int line = 1
                + (int) text.substring(0, text.indexOf("unit: pieces")).lines().count()
                - 1;

        // When
        int code = run("check", directory.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("indicators.yaml:" + line + ": \"unit\" is \"pieces\"; choose one of");
    }

    @Test
    void explainSaysPermittedByARuleSetAndNeverLawful() {
        assertThat(run(DELIVERY.split(" "))).isZero();
        assertThat(out.toString())
                .startsWith("Tilladt af regelsæt " + PolicySetReader.shipped().digest())
                .contains("registry_delivers", "lb.demo.notified")
                .doesNotContainIgnoringCase("lovlig")
                .doesNotContainIgnoringCase("lawful");
    }

    @Test
    void explainSaysWhichRuleRefusesWithCitation() {
        assertThat(run(DELIVERY.replace("SCH_ABS_UNL", "PAR_PSYCH").split(" "))).isEqualTo(1);
        assertThat(out.toString()).startsWith("Afvist af regelsæt").contains("indicator_blocked", "GDPR art. 9");
    }

    @Test
    void explainAnswersPrograms() throws Exception {
        run((DELIVERY + " --json").split(" "));

        assertThat(new ObjectMapper().readTree(out.toString()).path("outcome").asText())
                .isEqualTo("permitted");
    }

    @Test
    void explainRefusesUnknownWordsWithTheChoices() {
        assertThat(run(DELIVERY.replace("registry", "wizard").split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("--actor is one of registry, data_team_person");
    }

    private String entry(String outcome, String rule) {
        return """
                {"body": {"fields": {"policy": "%s", "outcome": "%s", "rules": ["%s"], "request": {
                  "actor_kind": "registry", "actor_municipality": "999", "action": "deliver", "purpose": "child_support",
                  "municipality": "999", "phase": "demo", "basis": "lb.demo.notified", "scope": "notified",
                  "indicators": ["SCH_ABS_UNL"], "source_kinds": ["school"], "synthetic": true,
                  "attributes": {"feed": "school"}, "now": "2026-11-22T12:00:00Z"}}, "type": "gate.permitted"}}
                """.formatted(PolicySetReader.shipped().digest(), outcome, rule);
    }

    @Test
    void replayGivesTheSameDecisionUnderTheStoredSet() throws Exception {
        // Given
        String digest = PolicySetReader.shipped().digest().value();
        shippedAt(Files.createDirectory(directory.resolve(digest)));
        Path entry = Files.writeString(directory.resolve("entry.json"), entry("permitted", "registry_delivers"));

        // When, then
        assertThat(run("replay", entry.toString(), "--policies", directory.toString()))
                .isZero();
        assertThat(out.toString()).contains("1 the same");
    }

    @Test
    void replayTellsADifference() throws Exception {
        Path entry = Files.writeString(directory.resolve("entry.json"), entry("refused", "indicator_blocked"));

        assertThat(run("replay", entry.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("DIFFERENT", "indicator_blocked", "registry_delivers");
    }

    @Test
    void replayReadsEntryBundlesOfAnExport() throws Exception {
        // Given
        byte[] entry = entry("permitted", "registry_delivers").getBytes(StandardCharsets.UTF_8);
        byte[] bundle = new byte[2 * (2 + entry.length)];
        for (int i = 0; i < 2; i++) {
            int at = i * (2 + entry.length);
            bundle[at] = (byte) (entry.length >> 8);
            bundle[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bundle, at + 2, entry.length);
        }
        Path entries = Files.createDirectories(directory.resolve("tile/entries"));
        Files.write(entries.resolve("000.p"), bundle);

        // When, then
        assertThat(run("replay", directory.toString())).isZero();
        assertThat(out.toString()).contains("2 decisions, 2 the same");
    }

    @Test
    void replayWithoutTheSetOrWithoutEntriesIsNoSuccess() throws Exception {
        Path entry = Files.writeString(
                directory.resolve("entry.json"),
                entry("permitted", "registry_delivers")
                        .replace(PolicySetReader.shipped().digest().value(), "0".repeat(64)));
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(run("replay", entry.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("000000000000");
        assertThat(run("replay", empty.toString())).isEqualTo(1);
    }
}
