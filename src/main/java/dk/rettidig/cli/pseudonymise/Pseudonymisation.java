package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.pseudonym.Pseudonym;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The run itself: rows in, rows with pseudonyms out, two batches under way at a time, every finished piece on the disk before
 * the journal says so. Memory does not grow with the file beyond the table's limit.
 */
final class Pseudonymisation {

    private static final int UNDER_WAY = 2;

    private record Pending(Chunk chunk, Future<List<Pseudonym>> answer) {}

    private final AuthorityClient authority;
    private final PseudonymTable table =
            PseudonymTable.fitting(Runtime.getRuntime().maxMemory());
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final ProgressBar bar;

    Pseudonymisation(AuthorityClient authority, ProgressBar bar) {
        this.authority = authority;
        this.bar = bar;
    }

    /** Makes the partial output complete. */
    void run(Path input, Layout layout, Workplace workplace, Journal journal, Optional<Journal.Mark> mark)
            throws IOException, InputRefused, AskException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(UNDER_WAY);
        try (RowReader rows = new RowReader(input, layout);
                FileChannel file = workplace.openPartial()) {
            MessageDigest digest = mark.isPresent()
                    ? new Resumption(rows, table).takeUp(workplace.partial(), mark.get())
                    : Sha256.fresh();
            long length = mark.map(Journal.Mark::output).orElse(0L);
            bar.at(rows.offset());
            all(rows, new PartialOutput(file, length, digest), journal, workers);
        } finally {
            workers.shutdownNow();
            workers.close();
        }
    }

    private void all(RowReader rows, PartialOutput out, Journal journal, ExecutorService workers)
            throws IOException, InputRefused, AskException, InterruptedException {
        boolean more = true;
        while (more) {
            Chunk chunk = new Chunk(table);
            while (!chunk.isFull() && more) {
                more = rows.next();
                if (more) {
                    chunk.add(rows.row(), rows.offset());
                }
            }
            pending.add(new Pending(chunk, workers.submit(() -> chunk.ask(authority))));
            while (pending.size() >= UNDER_WAY + 1 || (!more && !pending.isEmpty())) {
                finish(pending.remove(), out, journal);
            }
        }
    }

    private void finish(Pending piece, PartialOutput out, Journal journal)
            throws IOException, AskException, InterruptedException {
        piece.chunk().finish(answer(piece), out);
        if (!piece.chunk().isEmpty()) {
            journal.finished(out.force(piece.chunk().input()));
            bar.at(piece.chunk().input());
        }
    }

    private static List<Pseudonym> answer(Pending piece) throws AskException, InterruptedException {
        try {
            return piece.answer().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AskException none) {
                throw none;
            }
            throw new IllegalStateException("a batch ended in a way that nobody expects", failed.getCause());
        }
    }
}
