package dk.rettidig.cli.companion;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.HandoverException;
import dk.rettidig.cli.vault.SourceNames;
import dk.rettidig.pseudonym.vault.VaultEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells the service what sources with a domain of their own call the children, beside the pages: nobody waits for it. Who has no
 * name yet is found in the vault each time, so that whatever failed is tried again. Waits while the vault is locked.
 */
final class SourceDesk implements AutoCloseable {

    private static final int AGAIN_MINUTES = 10;

    /** Sends pairs to the service. */
    @FunctionalInterface
    interface Post {
        void deliver(Parcel parcel) throws HandoverException, InterruptedException;
    }

    private final VaultDoor door;
    private final List<SourceNames> sources;
    private final Post post;
    private final ReentrantLock turn = new ReentrantLock();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sources").factory());

    private Future<?> repeating = CompletableFuture.completedFuture(null);

    SourceDesk(VaultDoor door, List<SourceNames> sources, Post post) {
        this.door = door;
        this.sources = List.copyOf(sources);
        this.post = post;
    }

    /** For a vault whose sources have no domains of their own, or are told by the command. */
    static SourceDesk none(VaultDoor door) {
        return new SourceDesk(door, List.of(), parcel -> {});
    }

    /** Begins, and tries again now and then. */
    void start() {
        if (!sources.isEmpty()) {
            repeating = worker.scheduleWithFixedDelay(this::tellAll, 0, AGAIN_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Children came in. */
    void wake() {
        if (!sources.isEmpty()) {
            worker.execute(this::tellAll);
        }
    }

    /** How many children the service has no name of, for each source that has any. */
    Map<String, Integer> outstanding() throws CompanionException, IOException, InterruptedException {
        return sources.isEmpty()
                ? Map.of()
                : door.with((vault, today) -> {
                    Map<String, Integer> counts = new LinkedHashMap<>();
                    for (SourceNames source : sources) {
                        int count = source.outstanding(vault).size();
                        if (count > 0) {
                            counts.put(source.domain().text(), count);
                        }
                    }
                    return counts;
                });
    }

    private void tellAll() {
        turn.lock();
        try {
            for (SourceNames source : sources) {
                tell(source);
            }
        } catch (CompanionException | AskException | HandoverException | IOException | RuntimeException later) {
            // The waiting page counts who is left; the next turn tries again.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    private void tell(SourceNames source)
            throws CompanionException, AskException, HandoverException, IOException, InterruptedException {
        List<VaultEntry> children = door.with((vault, today) -> source.outstanding(vault));
        if (children.isEmpty()) {
            return;
        }
        List<VaultEntry> named = source.ask(children);
        post.deliver(source.parcel(children, named));
        door.with((vault, today) -> {
            for (int i = 0; i < named.size(); i++) {
                VaultEntry child = children.get(i);
                if (vault.find(child.domain(), child.pseudonym()).isPresent()) {
                    vault.put(named.get(i));
                }
            }
            vault.save();
            return true;
        });
    }

    @Override
    public void close() {
        repeating.cancel(false);
        worker.shutdownNow();
    }
}
