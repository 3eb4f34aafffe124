package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.merkle.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The outsider's tool as packaged starts with little: neither the service nor the other commands. */
@Tag("process")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class VerifyStartIT {

    @TempDir
    Path directory;

    @Test
    void verifyLoadsNeitherTheServiceNorTheOtherCommands() throws Exception {
        SigningKey log = SigningKey.of(new KeyName("test.example/log"), KeyAlgorithm.ED25519, new byte[32]);
        Checkpoint empty = new Checkpoint("test.example/log", 0, TreeHasher.emptyRoot());
        Files.writeString(
                directory.resolve("checkpoint"),
                SignedNote.sign(empty.text(), log).encode());
        ProcessBuilder builder = ServiceProcess.command(
                directory,
                "verify",
                directory.toString(),
                "--key",
                log.verifier().encode());
        Path state = directory.resolve("state");
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.command().add(1, "-Xlog:class+load");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        List<String> loaded = output.lines()
                .filter(line -> line.contains("source:"))
                .map(line -> line.replaceFirst("^.*\\] ", "").replaceFirst(" source:.*", ""))
                .toList();
        assertThat(output).contains("ALL IS RIGHT");
        assertThat(state.resolve("rettidig").resolve("seen"))
                .as("it remembers by itself")
                .isNotEmptyDirectory();
        assertThat(loaded)
                .contains("dk.rettidig.cli.VerifyCommand")
                .noneMatch(
                        name -> name.startsWith("io.quarkus.arc") || name.startsWith("com.fasterxml.jackson.databind"))
                .noneMatch(name -> name.startsWith("dk.rettidig.ledger") || name.startsWith("dk.rettidig.feed"));
    }
}
