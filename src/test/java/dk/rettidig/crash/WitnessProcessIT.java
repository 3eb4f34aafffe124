package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.KeyFile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Service and witness as packaged: with a quorum of one nothing is published while the witness is dead. */
@Tag("process")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WitnessProcessIT {

    private static final String ORIGIN = "rettidig.invalid/ledger";
    private static final String NAME = "witness.invalid/w1";

    @TempDir
    Path directory;

    @Test
    void aWitnessThatIsKilledStopsPublishingAndGoesOnWhereItWas() throws Exception {
        Path home = Files.createDirectories(directory.resolve("service"));
        SigningKey logKey = SigningKey.generate(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new SecureRandom());
        KeyFile.secretOrNew(home.resolve("keys").resolve("ledger-checkpoint.key"), logKey::encodeSecret);
        int port = PostgresProcess.freePort();
        Process witness = witness(port, logKey.verifier());
        VerifierKey witnessKey = VerifierKey.parse(RestAssured.get("http://127.0.0.1:" + port + "/witness-key")
                .asString()
                .strip());
        List<String> asked = List.of(
                "-Drettidig.ledger.witnesses.neighbour.url=http://127.0.0.1:" + port,
                "-Drettidig.ledger.witnesses.neighbour.key=" + witnessKey.encode(),
                "-Drettidig.ledger.witness-quorum=1",
                "-Drettidig.ledger.witness-timeout=PT1S",
                "-Drettidig.ledger.publish-at-least-every=PT1S");
        try (PostgresProcess database = PostgresProcess.create(directory);
                ServiceProcess service = ServiceProcess.start(home, "service", database, asked)) {
            assertThat(cosigned(service, witnessKey)).isTrue();

            kill(witness);
            service.awaitHealth("ready", 503);

            witness = witness(port, logKey.verifier());
            service.awaitReady();
            assertThat(cosigned(service, witnessKey)).isTrue();
        } finally {
            kill(witness);
        }
    }

    private static boolean cosigned(ServiceProcess service, VerifierKey witness) throws Exception {
        SignedNote note = SignedNote.parse(
                RestAssured.get(service.address() + "/ledger/checkpoint").asByteArray());
        return note.verify(List.of(witness)).size() == 1;
    }

    /** Starts it and waits until it says its key. */
    private Process witness(int port, VerifierKey log) throws IOException, InterruptedException {
        Path output = directory.resolve("witness.log");
        Files.deleteIfExists(output);
        Process process = ServiceProcess.command(
                        directory,
                        "witness",
                        "--home",
                        directory.resolve("witness").toString(),
                        "--name",
                        NAME,
                        "--log",
                        log.encode(),
                        "--port",
                        Integer.toString(port))
                .redirectOutput(output.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(output) || !Files.readString(output).contains("follows " + ORIGIN)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IOException("the witness does not start: " + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return process;
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
