package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fizzed.jne.JNE;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cedar's native library in a home that several processes share. */
class NativeLibrariesTest {

    private static final int PROCESSES = 5;

    @TempDir
    Path home;

    /** What each process does: unpack, find and load. */
    public static final class Loading {

        private Loading() {}

        /** Prints where the library was loaded from. */
        public static void main(String... arguments) throws IOException {
            NativeLibraries.keepIn(Path.of(arguments[0]));
            JNE.loadLibrary("cedar_java_ffi");
            System.out.print(JNE.findLibrary("cedar_java_ffi"));
        }
    }

    @Test
    void processesThatUnpackAtOnceAllLoadOneWholeLibraryAndLeaveNothingElse() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(load(home.resolve("native")));
        }

        List<String> places = new ArrayList<>();
        for (Process process : processes) {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            places.add(printed.lines().toList().getLast());
        }
        assertThat(places.stream().distinct()).hasSize(1);
        assertThat(Path.of(places.getFirst())).isRegularFile().hasParent(only(home.resolve("native")));
    }

    @Test
    void theNextProcessFindsTheLibraryAndUnpacksNothing() throws Exception {
        Path directory = home.resolve("native");
        assertThat(load(directory).waitFor()).isZero();
        Path library = library(only(directory));
        var unpacked = Files.getLastModifiedTime(library);

        assertThat(load(directory).waitFor()).isZero();

        assertThat(library(only(directory))).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(unpacked);
    }

    @Test
    void whatAProcessThatWasKilledLeftHalfUnpackedIsNotUsed() throws Exception {
        Path directory = Files.createDirectories(home.resolve("native"));
        Path half = Files.createDirectories(directory.resolve("unpacking-1"));
        Files.writeString(half.resolve("libcedar_java_ffi.so"), "half");

        assertThat(load(directory).waitFor()).isZero();
    }

    @Test
    void aHomeThatCannotBeWrittenToStopsTheStart() throws IOException {
        Path file = Files.writeString(home.resolve("native"), "a file where the directory should be");
        String before = System.getProperty("jne.extract.dir");
        System.clearProperty("jne.extract.dir");
        try {
            assertThatThrownBy(() -> NativeLibraries.keepIn(file)).isInstanceOf(IOException.class);
        } finally {
            if (before == null) {
                System.clearProperty("jne.extract.dir");
            } else {
                System.setProperty("jne.extract.dir", before);
            }
        }
    }

    private static Process load(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Loading.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static Path only(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> all = entries.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static Path library(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(file -> !file.toString().endsWith(".hash"))
                    .toList()
                    .getFirst();
        }
    }
}
