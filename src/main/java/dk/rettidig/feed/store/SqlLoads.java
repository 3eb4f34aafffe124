package dk.rettidig.feed.store;

import dk.rettidig.fault.Fault;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.body.BodyRejected;
import dk.rettidig.feed.body.Tally;
import dk.rettidig.feed.intake.Loads;
import dk.rettidig.scope.Band;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reads on the caller's thread and copies on another, which holds the transaction. */
@ApplicationScoped
class SqlLoads implements Loads {

    /** A national file takes minutes; the lease ends a load that hangs long before this. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final DataSource database;

    SqlLoads(DataSource database) {
        this.database = database;
    }

    @Override
    public <T> T load(Job job, Reading reading, Finishing<T> finishing) throws BodyRejected, IOException {
        ChunkQueue queue =
                new ChunkQueue(ObservationChunk.capacityFor(job.note().rows()));
        ScopedSink sink = new ScopedSink(job, queue);
        CompletableFuture<Tally> read = new CompletableFuture<>();
        FutureTask<T> loading = new FutureTask<>(() -> inTransaction(job, queue, sink, read, finishing));
        Thread.ofPlatform().name("rettidig-load").start(loading);
        try {
            Tally tally = reading.read(sink);
            sink.end();
            read.complete(tally);
        } catch (ChunkQueue.LoaderEnded ended) {
            read.cancel(false);
        } finally {
            // Whatever ended the reading: the loader must not wait for more.
            read.cancel(false);
            queue.readerEnded();
        }
        return result(loading);
    }

    @Override
    public <T> T loadNotifications(Job job, Supplier<Tally> filing, Finishing<T> finishing) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    Tally tally = filing.get();
                    try (Connection connection = database.getConnection()) {
                        MunicipalSession.see(connection, job.feed().municipality());
                        new QuarantineTable(connection).write(job.delivery().id(), tally.quarantine());
                        band(connection, job, 0, 0);
                        return finishing.finish(tally, Band.NONE);
                    } catch (SQLException failure) {
                        throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
                    }
                });
    }

    private <T> T inTransaction(
            Job job, ChunkQueue queue, ScopedSink sink, CompletableFuture<Tally> read, Finishing<T> finishing) {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST.toSeconds()))
                    .call(() -> {
                        try (Connection connection = database.getConnection()) {
                            ChunkLoader loader = new ChunkLoader(connection, job);
                            loadAll(loader, queue);
                            Tally tally = read.get();
                            loader.retractAbsent(tally.quarantine().total() > 0);
                            new QuarantineTable(connection).write(job.delivery().id(), tally.quarantine());
                            band(connection, job, sink.dropped(), loader.contradicted());
                            return finishing.finish(tally, Band.of(loader.contradicted()));
                        }
                    });
        } finally {
            queue.loaderEnded();
        }
    }

    private static void loadAll(ChunkLoader loader, ChunkQueue queue) throws SQLException, InterruptedException {
        for (ObservationChunk chunk = queue.toLoad(); chunk != null; chunk = queue.toLoad()) {
            loader.load(chunk);
            queue.loaded(chunk);
        }
    }

    /** The only trace of rows out of scope and of contradicted ones: bands that the DPO alone can read. */
    private static void band(Connection connection, Job job, long dropped, long contradicted) throws SQLException {
        Sql.change(
                connection,
                "insert into delivery_scope_band (delivery, municipality, dropped_band, contradicted_band) values (?, ?, ?, ?)",
                job.delivery().id().value(),
                job.feed().municipality().number(),
                Band.of(dropped).label(),
                Band.of(contradicted).label());
    }

    private static <T> T result(FutureTask<T> loading) {
        try {
            return loading.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, interrupted);
        } catch (ExecutionException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof Fault fault) {
                    throw fault;
                }
            }
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failed);
        } catch (CancellationException cancelled) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, cancelled);
        }
    }
}
