package dk.rettidig.synthetic;

import dk.rettidig.synthetic.FaultCounts.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The feed files of one municipality after another. Every municipality of the settings gets all its files, also when it
 * has no children.
 */
final class FeedFiles implements AutoCloseable {

    private static final int NONE = -1;

    private final Path folder;
    private final FeedFormat format;
    private final Iterator<SyntheticMunicipality> municipalities;
    private final Map<SyntheticFeed, OutputFile> open = new EnumMap<>(SyntheticFeed.class);
    private FaultCounts counts = new FaultCounts();
    private final List<WrittenFile> written = new ArrayList<>();
    private int current = NONE;

    FeedFiles(Path folder, FeedFormat format, PopulationSettings settings) {
        this.folder = folder;
        this.format = format;
        this.municipalities = settings.made().iterator();
    }

    /** Writes a block; blocks come municipality by municipality in the order of the settings. */
    void write(int municipality, Map<SyntheticFeed, byte[]> texts, FaultCounts more) {
        while (current != municipality) {
            next();
        }
        texts.forEach((feed, bytes) -> Objects.requireNonNull(open.get(feed)).write(bytes));
        counts.merge(more);
    }

    /** Finishes all files and says what was written. */
    List<WrittenFile> finish() {
        while (municipalities.hasNext()) {
            next();
        }
        finishCurrent();
        return List.copyOf(written);
    }

    private void next() {
        finishCurrent();
        current = municipalities.next().code();
        try {
            for (SyntheticFeed feed : SyntheticFeed.values()) {
                OutputFile file = new OutputFile(folder, current + "/" + feed.id() + "." + format.extension());
                open.put(feed, file);
                file.write(format.header(feed).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finishCurrent() {
        try {
            for (Map.Entry<SyntheticFeed, OutputFile> entry : open.entrySet()) {
                SyntheticFeed feed = entry.getKey();
                written.add(entry.getValue().finish(current, feed.id(), counts.of(feed, Kind.LINES), faults(feed)));
            }
            open.clear();
            counts = new FaultCounts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WrittenFile.FileFaults faults(SyntheticFeed feed) {
        return new WrittenFile.FileFaults(
                counts.of(feed, Kind.DUPLICATES), counts.of(feed, Kind.LATE), counts.of(feed, Kind.CORRECTIONS));
    }

    @Override
    public void close() throws IOException {
        for (OutputFile file : open.values()) {
            file.close();
        }
    }
}
