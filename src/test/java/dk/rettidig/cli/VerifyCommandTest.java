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
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    private static final SigningKey LOG =
            SigningKey.of(new KeyName("test.example/log"), KeyAlgorithm.ED25519, new byte[32]);

    @TempDir
    Path root;

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
        return new CommandLine(new VerifyCommand())
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
}
