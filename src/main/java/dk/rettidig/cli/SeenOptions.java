package dk.rettidig.cli;

import dk.rettidig.seal.Sha256;
import dk.rettidig.verifier.SeenCheckpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code verify} remembers what it saw: by itself in a directory of the user, in a named file, or nowhere. */
final class SeenOptions {

    private final Path directory;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Remembers the last checkpoint of each log in this file instead of in a file of its own under"
                    + " $XDG_STATE_HOME/rettidig/seen or ~/.local/state/rettidig/seen.")
    private @Nullable Path state;

    @Option(
            names = "--no-state",
            description = "Remembers nothing and compares with nothing seen before, for a log that is thrown away.")
    private boolean none;

    /** With this directory for logs that no option says anything of. */
    SeenOptions(Path directory) {
        this.directory = directory;
    }

    /**
     * The directory of the user for this (XDG Base Directory Specification; on Windows what is local to the machine).
     *
     * @param environment the process' environment
     * @param home the user's home directory
     */
    static Path directory(Map<String, String> environment, String home) {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(home, ".local", "state"))
                .resolve("rettidig")
                .resolve("seen");
    }

    /** Whether both options were given, which say the opposite. */
    boolean contradict() {
        return none && state != null;
    }

    /** What was seen before, if it is to be compared with. */
    Optional<SeenCheckpoints> seen() {
        if (none) {
            return Optional.empty();
        }
        Path file = state;
        return Optional.of(
                file == null
                        ? new SeenCheckpoints(origin -> directory.resolve(Sha256.hex(origin) + ".seen"))
                        : new SeenCheckpoints(file));
    }

    /** Where that is: the named file or the directory. */
    Optional<Path> where() {
        return none ? Optional.empty() : Optional.of(state == null ? directory : state);
    }

    /**
     * Makes the directory of the user, before work that is in vain if nothing can be remembered.
     *
     * @throws IOException when it cannot be made or written
     */
    void prepare() throws IOException {
        if (none || state != null) {
            return;
        }
        // A process without a user has no home either; a relative path would end up wherever it happens to work.
        if (!directory.isAbsolute() || !Files.isWritable(Files.createDirectories(directory))) {
            throw new IOException(directory + " cannot be written");
        }
    }
}
