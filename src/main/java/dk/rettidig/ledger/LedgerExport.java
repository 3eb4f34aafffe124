package dk.rettidig.ledger;

import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The published log as the directory that {@code rettidig verify} reads (docs/ledger-export.md), in a zip file that is
 * written as it is made: {@code checkpoint}, {@code log-key}, hash tiles and entry bundles under their C2SP tlog-tiles
 * paths. What is appended meanwhile is not in it.
 */
@Singleton
public class LedgerExport {

    private final LedgerReader reader;

    /** Exports what this reader reads. */
    public LedgerExport(LedgerReader reader) {
        this.reader = reader;
    }

    /** Writes the log as of a published checkpoint and leaves the stream open. */
    public void write(Published checkpoint, OutputStream output) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED); // hashes do not compress, and entries do so well at any level
        put(zip, "checkpoint", checkpoint.note().getBytes(StandardCharsets.UTF_8));
        put(zip, "log-key", (String.join("\n", reader.verifierKeys()) + "\n").getBytes(StandardCharsets.UTF_8));
        List<TilePath> tiles = Tiles.all(checkpoint.size());
        for (TilePath path : tiles) {
            if (path.level() == 0) {
                TilePath bundle = TilePath.entries(path.index(), path.width());
                put(zip, bundle.path(), reader.bundle(bundle));
            }
            putTile(zip, path);
        }
        zip.finish();
    }

    /** A tile that was tampered with stays out: an export is evidence of damage too, and the verifier names what lacks. */
    private void putTile(ZipOutputStream zip, TilePath path) throws IOException {
        try {
            put(zip, path.path(), reader.tile(path).bytes());
        } catch (LedgerFault fault) {
            if (fault.errorCode() != LedgerErrorCode.DAMAGED) {
                throw fault;
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // two exports of one checkpoint are the same bytes
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
