package dk.rettidig.ledger;

import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The files of a stopped PostgreSQL with an empty ledger in it: made once in a test run, copied by every test. */
final class EmptyLedger {

    private static final Path FILES = make();

    private EmptyLedger() {}

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("empty-ledger");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            Path cluster = directory.resolve("postgres");
            try (EmbeddedDatabase postgres = EmbeddedDatabase.start(cluster)) {
                Flyway.configure()
                        .dataSource(postgres.url(), EmbeddedDatabase.OWNER, "none")
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
            }
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies them to a directory that is not there yet, for the owner alone as PostgreSQL demands. */
    static void copy(Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(FILES, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, to.resolve(FILES.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, to.resolve(FILES.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
