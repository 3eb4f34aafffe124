package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is put into a folder, in order of name, until the program is stopped. A file is taken when size and time of
 * change have stayed the same for a while; names that begin with a point or end in {@code .part} or {@code .tmp} are left
 * alone. The folder is looked at rather than listened to: network drives send no events.
 *
 * <p>A file stays where it is until the service has said what becomes of it. Stopped at any moment and started again, the
 * program sends what is still there under the same delivery id, so that nothing is lost and nothing counts twice.
 */
final class WatchedFolder {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);

    private final Path folder;
    private final Courier courier;
    private final Outbox outbox;
    private final Console console;
    private final Duration quiet;
    private final Map<Path, Seen> seen = new HashMap<>();
    private String said = "";

    WatchedFolder(Path folder, Courier courier, Outbox outbox, Console console, Duration quiet) {
        this.folder = folder;
        this.courier = courier;
        this.outbox = outbox;
        this.console = console;
        this.quiet = quiet;
    }

    /** What a file looked like, and since when, by this machine's own clock. */
    private record Seen(long size, long changed, long sinceNanos) {
        boolean same(Seen other) {
            return size == other.size && changed == other.changed;
        }
    }

    void watch() throws InterruptedException {
        console.note("Holder øje med / watching " + folder.toAbsolutePath());
        while (true) {
            Duration wait = pause();
            try {
                wait = longer(wait, lookOnce());
            } catch (IOException | UncheckedIOException unreadable) {
                say("Mappen kan ikke læses; prøver igen. / The folder cannot be read; trying again: " + unreadable);
            }
            Thread.sleep(wait);
        }
    }

    /** Two looks at least while a file comes to rest. */
    private Duration pause() {
        Duration half = quiet.dividedBy(2);
        return longer(SHORTEST_PAUSE, half.compareTo(LONGEST_PAUSE) < 0 ? half : LONGEST_PAUSE);
    }

    /** Delivers what has come to rest; returns how long the service asks to be left alone. */
    private Duration lookOnce() throws IOException, InterruptedException {
        Duration wait = Duration.ZERO;
        List<Path> files = files();
        seen.keySet().retainAll(files);
        for (Path file : files) {
            if (!atRest(file)) {
                continue;
            }
            Outcome outcome = deliver(file);
            wait = longer(wait, outcome.pause());
            if (outcome.kind() == Outcome.Kind.AWAY) {
                break;
            }
        }
        return wait;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean atRest(Path file) throws IOException {
        Seen now = look(file);
        if (now == null) {
            return false;
        }
        Seen before = seen.putIfAbsent(file, now);
        if (before == null || !before.same(now)) {
            seen.put(file, now);
            return false;
        }
        return now.sinceNanos() - before.sinceNanos() >= quiet.toNanos();
    }

    private static @Nullable Seen look(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(found.size(), found.lastModifiedTime().toMillis(), System.nanoTime());
        } catch (NoSuchFileException taken) {
            return null; // somebody took it away again
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !leftAlone(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean leftAlone(String name) {
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }

    private Outcome deliver(Path file) throws IOException, InterruptedException {
        Outcome outcome = tried(file);
        if (outcome.again()) {
            say(outcome.headline());
            return outcome;
        }
        said = "";
        outcome.show(console);
        if (atRest(file)) {
            outbox.file(file, outcome);
        } else {
            say(file.getFileName() + ": blev ændret undervejs; sendes igen. / changed meanwhile; will be sent again.");
        }
        return outcome;
    }

    /** A file that cannot be read, or not yet, does not stop the others. */
    private Outcome tried(Path file) throws InterruptedException {
        try {
            return courier.deliver(file);
        } catch (IOException unreadable) {
            return Outcome.unreadable(file);
        }
    }

    /** Says something once, however often it is so. */
    private void say(String words) {
        if (!words.equals(said)) {
            console.note(words);
            said = words;
        }
    }
}
