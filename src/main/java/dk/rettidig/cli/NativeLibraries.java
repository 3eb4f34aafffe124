package dk.rettidig.cli;

import com.fizzed.jne.JNE;
import com.fizzed.jne.Options;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Cedar's native library is unpacked. Its loader would otherwise unpack 11 MB to a new temporary directory at each
 * start and leave it behind when the process is killed; and it writes in place, so that of two processes one could load what
 * the other has half written. Here each unpacks for itself and gives the whole directory its name in one step; the first wins.
 */
final class NativeLibraries {

    private static final String EXTRACT_DIRECTORY = "jne.extract.dir";
    private static final String LIBRARY = "cedar_java_ffi";

    /** The name of the jar, with the version in it, in the address of one of its classes. */
    private static final Pattern JAR = Pattern.compile("/([A-Za-z0-9._-]*cedar-java[A-Za-z0-9._-]*)\\.jar!/");

    private NativeLibraries() {}

    /**
     * Unpacks to the directory and finds it there next time; each version of the library has a directory of its own.
     *
     * @throws IOException when nothing can be written there
     */
    static void keepIn(Path directory) throws IOException {
        if (System.getProperty(EXTRACT_DIRECTORY) != null) {
            return;
        }
        System.setProperty("jne.cleanup.extracted", "false");
        Path kept = directory.toAbsolutePath().resolve(version());
        System.setProperty(EXTRACT_DIRECTORY, kept.toString()); // before JNE's classes are there: they read it once
        if (!Files.isDirectory(kept)) {
            Files.createDirectories(directory);
            unpack(Files.createTempDirectory(directory, "unpacking-"), kept);
        }
    }

    /** Another version of the library stands in another jar. */
    private static String version() {
        URL loader = NativeLibraries.class.getResource("/com/cedarpolicy/loader/LibraryLoader.class");
        Matcher jar = JAR.matcher(String.valueOf(loader));
        return jar.find() ? jar.group(1) : "cedar";
    }

    private static void unpack(Path own, Path kept) throws IOException {
        Options options = new Options();
        options.setExtractDir(own.toFile());
        options.setCleanupExtracted(false);
        try {
            JNE.findLibrary(LIBRARY, options); // where there is none for this machine, Cedar itself says so
            Files.move(own, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            delete(own);
            if (!Files.isDirectory(kept)) {
                throw taken;
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
