package dk.rettidig.verifier;

import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** An exported ledger in a directory ({@code docs/ledger-export.md}, "Files"). */
final class DirectorySource implements LedgerSource {

    private static final int MAX_KEY_BYTES = 4096;

    private final Path root;
    private final boolean tiles;

    DirectorySource(Path root) {
        this.root = root;
        this.tiles = Files.isDirectory(root.resolve("tile/0"));
    }

    @Override
    public byte[] checkpoint() throws IOException {
        return small(root.resolve("checkpoint"), SignedNote.MAX_BYTES);
    }

    @Override
    public Optional<String> key() throws IOException {
        Path file = root.resolve("log-key");
        return Files.exists(file)
                ? Optional.of(new String(small(file, MAX_KEY_BYTES), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static byte[] small(Path file, int limit) throws IOException {
        if (Files.size(file) > limit) {
            throw new IOException(file.getFileName() + " is larger than " + limit + " bytes");
        }
        return Files.readAllBytes(file);
    }

    @Override
    public boolean hasHashTiles() {
        return tiles;
    }

    @Override
    public boolean read(TilePath path, ByteSink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(root.resolve(path.path()), StandardOpenOption.READ)) {
            sink.fill(channel, MAX_BUNDLE_BYTES);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public Optional<TilePath> beyond(long size) throws IOException {
        long next = size / TilePath.FULL;
        int width = Tiles.width(TilePath.ENTRIES, next, size);
        for (TilePath path :
                new TilePath[] {TilePath.entries(next, TilePath.FULL), TilePath.entries(next + 1, TilePath.FULL)}) {
            if (Files.exists(root.resolve(path.path()))) {
                return Optional.of(path);
            }
        }
        Path partials = root.resolve(TilePath.entries(next, 1).path()).getParent();
        if (partials == null || !Files.isDirectory(partials)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(partials)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,2}"))
                    .map(Integer::valueOf)
                    .filter(other -> other > width && other < TilePath.FULL)
                    .sorted()
                    .map(other -> TilePath.entries(next, other))
                    .findFirst();
        }
    }

    @Override
    public int parallel() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public String description() {
        return root.toString();
    }
}
