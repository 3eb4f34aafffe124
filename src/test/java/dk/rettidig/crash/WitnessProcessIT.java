package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.KeyFile;
import io.restassured.RestAssured;
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

    @TempDir
    Path directory;

    @Test
    void aWitnessThatIsKilledStopsPublishingAndGoesOnWhereItWas() throws Exception {
        Path home = Files.createDirectories(directory.resolve("service"));
        SigningKey logKey = SigningKey.generate(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new SecureRandom());
        KeyFile.secretOrNew(home.resolve("keys").resolve("ledger-checkpoint.key"), logKey::encodeSecret);
        try (WitnessProcess witness = WitnessProcess.start(directory, logKey.verifier());
                PostgresProcess database = PostgresProcess.create(directory);
                ServiceProcess service = ServiceProcess.start(home, "service", database, witness.demanded())) {
            assertThat(cosigned(service, witness.key())).isTrue();

            witness.kill();
            service.awaitHealth("ready", 503);

            witness.restart();
            service.awaitReady();
            assertThat(cosigned(service, witness.key())).isTrue();
        }
    }

    private static boolean cosigned(ServiceProcess service, VerifierKey witness) throws Exception {
        SignedNote note = SignedNote.parse(
                RestAssured.get(service.address() + "/ledger/checkpoint").asByteArray());
        return note.verify(List.of(witness)).size() == 1;
    }
}
