package dk.rettidig.scoring;

import dk.rettidig.scoring.ModelIntegrityException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where releases lie: in the application, or in a directory. Reads bytes and judges nothing but their number. */
interface ModelFiles {

    /** Whether there is anything under this name. */
    boolean has(ModelRef ref);

    /** A file's bytes. */
    byte[] read(ModelRef ref, String name, int maximumBytes) throws ModelIntegrityException;

    /** The names of all files, where they can be listed. */
    Optional<Set<String>> names(ModelRef ref) throws ModelIntegrityException;

    /** Releases packaged with the application: {@code models/name/version/} among its resources. */
    record Packaged(ClassLoader loader) implements ModelFiles {

        @Override
        public boolean has(ModelRef ref) {
            return loader.getResource(path(ref, ReleasedModels.MANIFEST)) != null;
        }

        @Override
        public byte[] read(ModelRef ref, String name, int maximumBytes) throws ModelIntegrityException {
            try (InputStream stream = loader.getResourceAsStream(path(ref, name))) {
                if (stream == null) {
                    throw missing(name);
                }
                return bounded(stream, name, maximumBytes);
            } catch (IOException e) {
                throw new ModelIntegrityException(Reason.FILE_MISSING, name + " cannot be read", e);
            }
        }

        /** Resources in a jar cannot be listed; what the manifest does not name is never read. */
        @Override
        public Optional<Set<String>> names(ModelRef ref) {
            return Optional.empty();
        }

        private static String path(ModelRef ref, String name) {
            return "models/" + ref + "/" + name;
        }
    }

    /** Releases in {@code directory/name/version/}. */
    record Directory(Path directory) implements ModelFiles {

        @Override
        public boolean has(ModelRef ref) {
            return Files.isDirectory(folder(ref));
        }

        @Override
        public byte[] read(ModelRef ref, String name, int maximumBytes) throws ModelIntegrityException {
            Path file = folder(ref).resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw missing(name);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return bounded(stream, name, maximumBytes);
            } catch (IOException e) {
                throw new ModelIntegrityException(Reason.FILE_MISSING, name + " cannot be read", e);
            }
        }

        @Override
        public Optional<Set<String>> names(ModelRef ref) throws ModelIntegrityException {
            try (Stream<Path> files = Files.list(folder(ref))) {
                Set<String> names = new TreeSet<>();
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
                return Optional.of(names);
            } catch (IOException e) {
                throw new ModelIntegrityException(Reason.FILE_MISSING, "the release cannot be listed", e);
            }
        }

        private Path folder(ModelRef ref) {
            return directory.resolve(ref.name()).resolve(ref.version());
        }
    }

    private static byte[] bounded(InputStream stream, String name, int maximumBytes)
            throws IOException, ModelIntegrityException {
        byte[] bytes = stream.readNBytes(maximumBytes + 1);
        if (bytes.length > maximumBytes) {
            throw new ModelIntegrityException(
                    Reason.FILE_TOO_LARGE, name + " is longer than " + maximumBytes + " bytes");
        }
        return bytes;
    }

    private static ModelIntegrityException missing(String name) {
        return new ModelIntegrityException(Reason.FILE_MISSING, name + " is not there or is not a regular file");
    }
}
