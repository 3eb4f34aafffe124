package dk.rettidig.feed.store;

import dk.rettidig.feed.body.Row;
import dk.rettidig.feed.body.RowSink;
import dk.rettidig.feed.intake.Loads.Job;
import java.io.IOException;

/**
 * Drops the rows of children out of scope in memory and fills chunks with the others, under what each child is called here.
 */
final class ScopedSink implements RowSink {

    private final Job job;
    private final ChunkQueue queue;
    private final byte[] pseudonym = new byte[32];
    private final boolean scopeRows;
    private ObservationChunk chunk;
    private long dropped;

    ScopedSink(Job job, ChunkQueue queue) throws IOException {
        this.job = job;
        this.queue = queue;
        this.scopeRows = job.feed().fillsScope();
        this.chunk = queue.toFill();
    }

    @Override
    public void take(Row row) throws IOException {
        row.copyPseudonym(pseudonym, 0);
        if (!scopeRows && !job.scope().admit(pseudonym, 0)) {
            dropped++;
            return;
        }
        if (chunk.isFull()) {
            queue.filled(chunk);
            chunk = queue.toFill();
        }
        // An interval of scope ends with the basis' maximum days at the latest (barnets lov § 18; legal-bases.yaml).
        int to = scopeRows ? Math.min(row.to(), row.from() + job.maximumDays() - 1) : row.to();
        chunk.add(
                job.feed().municipality().number(),
                pseudonym,
                row,
                to,
                job.delivery().number());
    }

    void end() {
        if (chunk.rows() > 0) {
            queue.filled(chunk);
        }
    }

    long dropped() {
        return dropped;
    }
}
