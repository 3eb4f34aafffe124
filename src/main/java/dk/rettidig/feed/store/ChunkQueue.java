package dk.rettidig.feed.store;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two chunks that go round between the thread that reads and the thread that loads: one is filled while the other is
 * copied. Whoever waits notices when the other side has ended.
 */
final class ChunkQueue {

    private static final int CHUNKS = 2;
    private static final long PATIENCE_MILLIS = 200;

    private final BlockingQueue<ObservationChunk> free = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<ObservationChunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private volatile boolean loaderEnded;
    private volatile boolean readerEnded;

    ChunkQueue(int capacity) {
        for (int n = 0; n < CHUNKS; n++) {
            free.add(new ObservationChunk(capacity));
        }
    }

    /** A chunk to fill. Fails when the loader has ended: nobody would take it. */
    ObservationChunk toFill() throws IOException {
        try {
            while (!loaderEnded) {
                ObservationChunk chunk = free.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (chunk != null) {
                    chunk.clear();
                    return chunk;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new LoaderEnded();
    }

    void filled(ObservationChunk chunk) {
        full.add(chunk);
    }

    /** A chunk to load, or null when there will be no more. */
    @Nullable
    ObservationChunk toLoad() throws InterruptedException {
        while (true) {
            ObservationChunk chunk = full.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (chunk != null) {
                return chunk;
            }
            if (readerEnded && full.isEmpty()) {
                return null;
            }
        }
    }

    void loaded(ObservationChunk chunk) {
        free.add(chunk);
    }

    void readerEnded() {
        readerEnded = true;
    }

    void loaderEnded() {
        loaderEnded = true;
    }

    /** The loading side has failed; its own failure says why. */
    static final class LoaderEnded extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
