package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.verifier.ExportFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    private static final SigningKey LOG =
            SigningKey.of(new KeyName("test.example/log"), KeyAlgorithm.ED25519, new byte[32]);

    @TempDir
    Path root;

    /** What stands for the user's directory: the tests leave the real one alone. */
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writesAnEmptyLedger() throws IOException {
        Checkpoint empty = new Checkpoint("test.example/log", 0, TreeHasher.emptyRoot());
        Files.writeString(
                root.resolve("checkpoint"), SignedNote.sign(empty.text(), LOG).encode());
        Files.writeString(root.resolve("log-key"), LOG.verifier().encode() + "\n");
    }

    private int run(String... arguments) {
        return new CommandLine(new VerifyCommand(home.resolve("rettidig").resolve("seen")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void saysInDanishAndEnglishThatAllIsRightAndWhereTheKeyCameFrom() {
        assertThat(run(root.toString())).isZero();
        assertThat(out.toString())
                .contains("I ORDEN / ALL IS RIGHT")
                .contains("FUNDET I SELVE EKSPORTEN")
                .contains("FOUND IN THE EXPORT ITSELF");
        assertThat(run(root.toString(), "--key", root.resolve("log-key").toString()))
                .isZero();
        assertThat(out.toString()).contains("key: given by you");
    }

    @Test
    void readsAnExportAsItWasDownloaded() throws IOException {
        Path zip = root.resolve("ledger-0.zip");
        try (ZipOutputStream export = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("checkpoint", "log-key")) {
                export.putNextEntry(new ZipEntry(name));
                export.write(Files.readAllBytes(root.resolve(name)));
            }
        }

        assertThat(run(zip.toString())).isZero();
        assertThat(out.toString()).contains("I ORDEN / ALL IS RIGHT");

        Files.write(zip, new byte[] {1, 2, 3});
        assertThat(run(zip.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void printsOneJsonObjectAndExitsWithOneWhenSomethingIsWrong() throws IOException {
        String note = Files.readString(root.resolve("checkpoint"));
        Files.writeString(root.resolve("checkpoint"), note.replace("\n0\n", "\n1\n"));
        assertThat(run(root.toString(), "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.at("/findings/0/kind").asText()).isEqualTo("checkpoint");
        assertThat(json.get("first_bad_index").isNull()).isTrue();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void exitsWithTwoOnWrongUseAndOnWhatCannotBeRead() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(root.resolve("nothing").toString())).isEqualTo(2);
        assertThat(run(root.toString(), "--key", "nonsense")).isEqualTo(2);
        assertThat(run("https://host/path?query")).isEqualTo(2);
        assertThat(run("http://127.0.0.1:1", "--header", "nonsense")).isEqualTo(2);
        Files.delete(root.resolve("checkpoint"));
        assertThat(run(root.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Kan ikke læses / cannot be read");
    }

    @Nested
    class Memory {

        private final List<byte[]> entries = new ArrayList<>(ExportFixture.entries(300));
        private Path export;

        @BeforeEach
        void anExport() throws IOException {
            export = Files.createDirectory(root.resolve("export"));
            ExportFixture.write(export, entries);
        }

        private JsonNode json(int code, String... arguments) throws IOException {
            out.getBuffer().setLength(0);
            List<String> all = new ArrayList<>(List.of(export.toString(), "--json"));
            all.addAll(List.of(arguments));
            assertThat(run(all.toArray(String[]::new))).as(out.toString() + err).isEqualTo(code);
            return new ObjectMapper().readTree(out.toString());
        }

        private void shrinkTo(int size) throws IOException {
            deleteTiles();
            ExportFixture.write(export, entries.subList(0, size));
        }

        private void fork() throws IOException {
            entries.set(40, ExportFixture.entry("actor-5", 6, 4_000, 0));
            deleteTiles();
            ExportFixture.write(export, entries);
        }

        private void deleteTiles() throws IOException {
            try (Stream<Path> files = Files.walk(export.resolve("tile"))) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        @Test
        void remembersByItselfAndSaysThatTheLogWasRolledBack() throws IOException {
            JsonNode first = json(0);
            assertThat(first.get("remembered_size").isNull()).isTrue();
            assertThat(json(0).get("remembered_size").asLong()).isEqualTo(300);
            shrinkTo(200);

            JsonNode second = json(1);

            assertThat(second.at("/findings/0/kind").asText()).isEqualTo("rollback");
            assertThat(second.get("remembered_size").asLong()).isEqualTo(300);
            assertThat(second.get("state").asText()).startsWith(home.toString());
            out.getBuffer().setLength(0);
            assertThat(run(export.toString())).isEqualTo(1);
            assertThat(out.toString())
                    .contains("FEJL / SOMETHING IS WRONG")
                    .contains("300 entries had been seen before")
                    .contains("rolled back: 200 entries, but 300 were seen before")
                    .contains("compared with what is remembered in " + home);
        }

        @Test
        void saysThatTheLogIsAnotherHistoryThoughItsKeySignedIt() throws IOException {
            json(0);
            fork();

            assertThat(json(1).at("/findings/0/kind").asText()).isEqualTo("history");
            out.getBuffer().setLength(0);
            assertThat(run(export.toString())).isEqualTo(1);
            assertThat(out.toString()).contains("the first 300 entries are not those seen before");
        }

        @Test
        void remembersEachLogInAFileOfItsOwn() throws IOException {
            json(0);
            assertThat(run(root.toString())).isZero();

            try (Stream<Path> files = Files.list(home.resolve("rettidig").resolve("seen"))) {
                assertThat(files.map(file -> file.getFileName().toString()).toList())
                        .hasSize(2)
                        .allMatch(name -> name.matches("[0-9a-f]{64}\\.seen"));
            }
        }

        @Test
        void withoutStateItRemembersNothingAndComparesWithNothing() throws IOException {
            json(0, "--no-state");
            assertThat(home).isEmptyDirectory();
            json(0);
            shrinkTo(200);

            assertThat(json(0, "--no-state").has("state")).isFalse();
            assertThat(run(
                            export.toString(),
                            "--no-state",
                            "--state",
                            root.resolve("seen").toString()))
                    .isEqualTo(2);
        }

        @Test
        void aNamedFileIsUsedInsteadOfTheUsersDirectory() throws IOException {
            String file = root.resolve("seen").toString();
            json(0, "--state", file);
            assertThat(home).isEmptyDirectory();
            shrinkTo(200);

            assertThat(json(1, "--state", file).get("state").asText()).isEqualTo(file);
        }

        @Test
        void whereNothingCanBeRememberedItSaysSoBeforeItWorks() throws IOException {
            Files.writeString(home.resolve("rettidig"), "in the way");

            assertThat(run(export.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("nothing can be remembered", "--no-state");
            assertThat(run(export.toString(), "--no-state")).isZero();
        }

        @Test
        void theUsersDirectoryIsWhereTheSystemWantsIt() {
            String user = home.toString();
            assertThat(SeenOptions.directory(Map.of(), user)).isEqualTo(home.resolve(".local/state/rettidig/seen"));
            assertThat(SeenOptions.directory(Map.of("XDG_STATE_HOME", root.toString()), user))
                    .isEqualTo(root.resolve("rettidig/seen"));
            assertThat(SeenOptions.directory(Map.of("XDG_STATE_HOME", "relative"), user))
                    .isEqualTo(home.resolve(".local/state/rettidig/seen"));
        }
    }

    @Test
    void namesTheFirstTamperedEntryOfAnExport() throws IOException {
        Path export = Files.createDirectory(root.resolve("export"));
        List<byte[]> entries = new ArrayList<>(ExportFixture.entries(300));
        ExportFixture.write(export, entries);
        entries.set(271, ExportFixture.entry("actor-5", 39, 4_000, 0));
        entries.set(290, ExportFixture.entry("actor-3", 42, 4_000, 0));
        ExportFixture.bundles(export, entries);

        assertThat(run(export.toString(), "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("first_bad_index").asLong()).isEqualTo(271);
        assertThat(home.resolve("rettidig").resolve("seen")).isEmptyDirectory();

        out.getBuffer().setLength(0);
        assertThat(run(export.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Første fejl: indførsel 271 / first bad entry: 271");
    }
}
