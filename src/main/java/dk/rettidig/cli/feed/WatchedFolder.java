package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Delivers what is put into a folder, until the program is stopped. A file is taken when it has kept its size for one look;
 * names that begin with a point or end in {@code .part} are left alone. The folder is looked at rather than listened to:
 * network drives send no events.
 */
final class WatchedFolder {

    private static final long PAUSE_SECONDS = 2;

    private final Path folder;
    private final Courier courier;
    private final Console console;
    private final Map<Path, Long> sizes = new HashMap<>();

    WatchedFolder(Path folder, Courier courier, Console console) {
        this.folder = folder;
        this.courier = courier;
        this.console = console;
    }

    void watch() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("refused"));
        console.note("Holder øje med / watching " + folder.toAbsolutePath());
        while (!Thread.currentThread().isInterrupted()) {
            lookOnce();
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        }
    }

    void lookOnce() throws IOException, InterruptedException {
        for (Path file : files()) {
            long size = Files.size(file);
            Long before = sizes.put(file, size);
            if (before != null && before == size) {
                deliver(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".")
                            && !file.getFileName().toString().endsWith(".part"))
                    .sorted()
                    .toList();
        }
    }

    /** A service that cannot be reached leaves the file where it is: it is tried again at the next look. */
    private void deliver(Path file) throws IOException, InterruptedException {
        boolean good;
        try {
            good = courier.deliver(file);
        } catch (java.net.ConnectException away) {
            console.note("Tjenesten svarer ikke; prøver igen. / The service does not answer; trying again.");
            return;
        } catch (IllegalArgumentException wrong) {
            console.bad(file.getFileName() + ": " + wrong.getMessage());
            good = false;
        }
        sizes.remove(file);
        Path target = folder.resolve(good ? "done" : "refused");
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
