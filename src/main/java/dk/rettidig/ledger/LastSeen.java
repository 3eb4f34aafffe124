package dk.rettidig.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The newest checkpoint this machine has published, kept beside the keys and so outside the database and its backups: an
 * old backup that is put back is noticed at once. A file that is missing proves nothing and stops nothing.
 */
@Singleton
public class LastSeen {

    private static final Logger LOG = Logger.getLogger(LastSeen.class);

    private final Path file;

    /** Keeps it in the directory of keys. */
    @Inject
    public LastSeen(LedgerSettings settings) {
        this(settings.keys().resolve("ledger-checkpoint.seen"));
    }

    LastSeen(Path file) {
        this.file = file;
    }

    /** The note remembered. */
    Optional<String> note() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException failure) {
            LOG.warnf("the last published checkpoint cannot be read: %s", file.getFileName());
            return Optional.empty();
        }
    }

    /** Remembers a note that is published. */
    void remember(String note) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(draft, note, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warnf("the last published checkpoint cannot be remembered: %s", file.getFileName());
        }
    }
}
