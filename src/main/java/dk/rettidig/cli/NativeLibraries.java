package dk.rettidig.cli;

import java.nio.file.Path;

/**
 * Where Cedar's native library is unpacked. Its loader would otherwise unpack 11 MB to a new temporary directory at each
 * start and leave it behind when the process is killed.
 */
final class NativeLibraries {

    private NativeLibraries() {}

    /** Unpacks to the directory and finds it there next time; a library of another version is replaced. */
    static void keepIn(Path directory) {
        if (System.getProperty("jne.extract.dir") == null) {
            System.setProperty("jne.extract.dir", directory.toAbsolutePath().toString());
            System.setProperty("jne.cleanup.extracted", "false");
        }
    }
}
