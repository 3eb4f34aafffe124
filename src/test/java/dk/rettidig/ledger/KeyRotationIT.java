package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.ActorKind;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.Appends.Append;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import dk.rettidig.verifier.SeenCheckpoints;
import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log changes its key: both sign for a while, the log says so, and an outsider who knew the old one follows. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class KeyRotationIT {

    private static final KeyName ORIGIN = new KeyName(OwnDatabase.ORIGIN);
    private static final SigningKey OLD = SigningKey.generate(ORIGIN, KeyAlgorithm.ED25519, new SecureRandom());
    private static final SigningKey NEW = SigningKey.generate(ORIGIN, KeyAlgorithm.ED25519, new SecureRandom());
    private static final SigningKey QUANTUM = SigningKey.generate(ORIGIN, KeyAlgorithm.ML_DSA_44, new SecureRandom());

    @TempDir
    Path directory;

    private OwnDatabase database;
    private int exports;

    @BeforeEach
    void start() throws IOException {
        database = new OwnDatabase(directory.resolve("database"));
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void whoeverKnewTheOldKeyFollowsToTheNewOne() throws Exception {
        fill(3);
        assertThat(verified(publish(OLD), List.of(OLD.verifier()), true).ok()).isTrue();
        append(new KeyEvent.KeyAnnounced(NEW.verifier()));
        append(new KeyEvent.KeyAnnounced(QUANTUM.verifier()));
        Path overlap = publish(OLD, NEW, QUANTUM);
        assertThat(verified(overlap, List.of(QUANTUM.verifier()), false).ok()).isTrue();
        assertThat(verified(overlap, List.of(NEW.verifier()), false).ok()).isTrue();
        assertThat(verified(overlap, List.of(), true).ok()).isTrue();
        append(new KeyEvent.KeyRetired(OLD.verifier().idHex()));
        Path after = publish(NEW, QUANTUM);

        Report report = verified(after, List.of(), true);

        assertThat(report.ok()).isTrue();
        assertThat(report.keySource()).isEqualTo(Report.KeySource.REMEMBERED);
        assertThat(verified(after, List.of(OLD.verifier()), false).ok()).isFalse();
        assertThat(Files.readString(directory.resolve("seen")))
                .contains(NEW.verifier().encode(), QUANTUM.verifier().encode())
                .doesNotContain(OLD.verifier().encode());
    }

    @Test
    void aRetiredKeyIsTrustedNoMore() throws Exception {
        fill(3);
        verified(publish(OLD), List.of(OLD.verifier()), true);
        append(new KeyEvent.KeyAnnounced(NEW.verifier()));
        verified(publish(OLD, NEW), List.of(), true);
        append(new KeyEvent.KeyRetired(OLD.verifier().idHex()));
        verified(publish(NEW), List.of(), true);
        fill(1);
        publish(NEW, OLD);

        assertThat(verified(export(signer(OLD)), List.of(), true).ok()).isTrue(); // signed by the new key too
        fill(1);
        database.tamper("delete from ledger_checkpoint");
        assertThat(verified(publish(OLD), List.of(), true).ok()).isFalse();
    }

    @Test
    void aKeyThatIsExchangedWithoutOverlapPublishesNothing() throws Exception {
        fill(3);
        publish(OLD);
        fill(1);

        assertThatThrownBy(() -> publish(NEW))
                .isInstanceOfSatisfying(
                        LedgerDamage.class,
                        damage -> assertThat(damage.damage()).isEqualTo(Damage.CHECKPOINT_NOT_OURS));
    }

    @Test
    void theStartOfAServiceEntersWhatChanged() throws Exception {
        fill(3);
        publish(OLD);
        assertThat(changes(OLD)).isEmpty();
        assertThat(changes(OLD, NEW)).containsExactly(new KeyEvent.KeyAnnounced(NEW.verifier()));

        fill(1);
        publish(OLD, NEW);

        assertThat(changes(OLD, NEW)).isEmpty();
        assertThat(changes(NEW))
                .containsExactly(new KeyEvent.KeyRetired(OLD.verifier().idHex()));
    }

    @Test
    void aStartAnnouncesAKeyOnceAndTheNextStartDoesNotAgain() throws Exception {
        start(OLD); // a log's first start has nothing to announce
        fill(3);
        publish(OLD);
        start(OLD);

        start(OLD, NEW);
        publish(OLD, NEW);
        start(OLD, NEW);
        publish(OLD, NEW);

        assertThat(entered(OLD, NEW))
                .containsExactly("ledger.key_announced " + NEW.verifier().encode());

        start(NEW);
        publish(NEW);
        start(NEW);
        publish(NEW);

        assertThat(entered(NEW))
                .containsExactly(
                        "ledger.key_announced " + NEW.verifier().encode(),
                        "ledger.key_retired " + OLD.verifier().idHex());
    }

    /** What the observer of the service's start does. */
    private void start(SigningKey... keys) throws Exception {
        new KeyAnnouncement(signer(keys), database.tables().log(), database.ledger()).start(new StartupEvent());
    }

    private List<String> entered(SigningKey... keys) throws Exception {
        return LogChecks.holds(new LedgerReader(database.tables().log(), signer(keys))).stream()
                .filter(entry -> entry.at("/body/type").asText().startsWith("ledger.key_"))
                .map(entry -> entry.at("/body/type").asText()
                        + " "
                        + entry.at("/body/fields/vkey").asText()
                        + entry.at("/body/fields/key_id").asText())
                .toList();
    }

    private List<KeyEvent> changes(SigningKey... keys) throws Exception {
        String newest = database.tables().log().newest().orElseThrow().note();
        return KeyAnnouncement.changes(
                SignedNote.parse(newest).signatures(), signer(keys).verifierKeys());
    }

    private static CheckpointSigner signer(SigningKey... keys) throws Exception {
        return new CheckpointSigner(() -> List.of(keys), ORIGIN);
    }

    private Path publish(SigningKey... keys) throws Exception {
        CheckpointSigner signer = signer(keys);
        try (Sequencer sequencer = new Sequencer(
                database.tables().turns(),
                signer,
                new LastSeen(directory.resolve("last-" + exports)),
                (note, checkpoint) -> Optional.of(note),
                Clock.systemUTC(),
                Duration.ofHours(1))) {
            sequencer.pass();
        }
        return export(signer);
    }

    private Path export(CheckpointSigner signer) throws Exception {
        LedgerReader reader = new LedgerReader(database.tables().log(), signer);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new LedgerExport(reader).write(reader.checkpoint(), zip);
        Path target = directory.resolve("export-" + exports++);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return target;
    }

    private Report verified(Path export, List<VerifierKey> keys, boolean remembering) throws Exception {
        Optional<SeenCheckpoints> seen =
                remembering ? Optional.of(new SeenCheckpoints(directory.resolve("seen"))) : Optional.empty();
        return LedgerVerifier.verify(export, new Trust(keys, List.of(), seen), true, (done, of) -> {});
    }

    private void append(LedgerEvent event) throws Exception {
        EntryBody body = new EntryBody(
                "scheduler",
                ActorKind.SCHEDULER,
                Clock.systemUTC().instant(),
                event.type(),
                event.fields(),
                new SecureRandom());
        database.tables()
                .appends()
                .insert(new Append(Clock.systemUTC().instant(), "scheduler", null, body.bytes(), List.of()));
    }

    private void fill(int count) throws Exception {
        database.fill(count, 7);
    }
}
