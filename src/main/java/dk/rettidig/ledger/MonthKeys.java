package dk.rettidig.ledger;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SealException.Reason;
import dk.rettidig.seal.SealedBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One sealing key a month, each in a file of its own beside the other keys. Once a month's key is destroyed, what it sealed
 * opens nowhere: not in this database and not in any backup of it. Safe for use by many threads; replicas share the
 * directory, and two that begin a month at once end with one key.
 */
final class MonthKeys {

    private static final String SUFFIX = ".key";

    private final Path directory;
    private final SecureRandom random;
    private final ConcurrentHashMap<YearMonth, SealedBox> known = new ConcurrentHashMap<>();

    MonthKeys(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /** The box of a month, whose key is made when there is none. */
    SealedBox of(YearMonth month) throws SealException {
        SealedBox box = known.get(month);
        if (box == null) {
            box = new SealedBox(KeyFile.symmetricKeyOrNew(file(month), random), random);
            known.put(month, box);
        }
        return box;
    }

    /** The box of a month whose key is there; another replica may have destroyed it. */
    Optional<SealedBox> kept(YearMonth month) throws SealException {
        if (!Files.exists(file(month))) {
            known.remove(month);
            return Optional.empty();
        }
        return Optional.of(of(month));
    }

    /** Months whose keys are there, oldest first. */
    SortedSet<YearMonth> months() throws SealException {
        SortedSet<YearMonth> months = new TreeSet<>();
        if (!Files.isDirectory(directory)) {
            return months;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .forEach(name -> month(name).ifPresent(months::add));
        } catch (IOException failure) {
            throw new SealException(Reason.KEY_FILE_REFUSED, directory.getFileName() + ": cannot be listed", failure);
        }
        return months;
    }

    private static Optional<YearMonth> month(String name) {
        try {
            return Optional.of(YearMonth.parse(name.substring(0, name.length() - SUFFIX.length())));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** Destroys a month's key. */
    void destroy(YearMonth month) throws SealException {
        known.remove(month);
        KeyFile.destroy(file(month));
    }

    private Path file(YearMonth month) {
        return directory.resolve(month + SUFFIX);
    }
}
