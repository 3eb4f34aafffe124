package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Verifies a whole ledger, from an export or a running service ({@code docs/ledger-export.md}). */
public final class LedgerVerifier {

    /** Bundles scanned ahead of the one that is joined, for each thread; bounds memory. */
    private static final int AHEAD = 8;

    private final LedgerSource source;
    private final Trust trust;
    private final boolean entriesToo;

    private LedgerVerifier(LedgerSource source, Trust trust, boolean entriesToo) {
        this.source = source;
        this.trust = trust;
        this.entriesToo = entriesToo;
    }

    /**
     * What the person who verifies knows beforehand.
     *
     * @param keys the log's keys; one, or several while it changes them
     * @param witnesses witnesses' keys; each must have cosigned
     * @param seen what was seen before
     */
    public record Trust(List<VerifierKey> keys, List<VerifierKey> witnesses, Optional<SeenCheckpoints> seen) {

        /** Nothing known beforehand. */
        public static final Trust NOTHING = new Trust(List.of(), List.of(), Optional.empty());

        public Trust {
            keys = List.copyOf(keys);
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Told how far it has come. */
    @FunctionalInterface
    public interface Progress {
        /** So many entries of so many. */
        void at(long entries, long of);
    }

    /**
     * Verifies an exported ledger.
     *
     * @param entriesToo false to check hash tiles only
     */
    public static Report verify(Path export, Trust trust, boolean entriesToo, Progress progress)
            throws IOException, InterruptedException {
        return new LedgerVerifier(new DirectorySource(export), trust, entriesToo).run(progress);
    }

    /**
     * Verifies the ledger of a service.
     *
     * @param base the service's address; the ledger is at {@code ledger/} below it
     * @param headers sent with each request; entry bundles need authorisation
     */
    public static Report verify(
            URI base, List<Map.Entry<String, String>> headers, Trust trust, boolean entriesToo, Progress progress)
            throws IOException, InterruptedException {
        return new LedgerVerifier(new HttpSource(base, headers), trust, entriesToo).run(progress);
    }

    private Report run(Progress progress) throws IOException, InterruptedException {
        Findings findings = new Findings();
        Opened opened = open(findings);
        if (opened.checkpoint().isEmpty()) {
            return report(opened, Optional.empty(), findings);
        }
        Checkpoint checkpoint = opened.checkpoint().get();
        TreeCheck check = new TreeCheck(checkpoint, opened.before(), source, findings);
        if (!entriesToo && !source.hasHashTiles()) {
            throw new IOException("there are no hash tiles to check");
        }
        scan(checkpoint.size(), check, progress);
        check.finish();
        if (entriesToo) {
            beyond(checkpoint.size(), findings);
        }
        if (findings.count() == 0 && trust.seen().isPresent()) {
            List<VerifierKey> logs = opened.keys().stream()
                    .filter(key -> !trust.witnesses().contains(key))
                    .toList();
            trust.seen()
                    .get()
                    .remember(
                            opened.note(), checkpoint, KeyChange.apply(logs, check.keyChanges(), checkpoint.origin()));
        }
        return report(opened, Optional.of(check), findings);
    }

    /** The note, opened as far as it goes. */
    private record Opened(
            SignedNote note,
            Optional<Checkpoint> checkpoint,
            Optional<Checkpoint> before,
            Report.KeySource keySource,
            List<VerifierKey> keys) {}

    private Opened open(Findings findings) throws IOException {
        SignedNote note;
        Optional<SeenCheckpoints.Seen> seen = Optional.empty();
        List<VerifierKey> keys = new ArrayList<>();
        Report.KeySource from = Report.KeySource.NONE;
        try {
            note = SignedNote.parse(source.checkpoint());
        } catch (CheckpointException e) {
            findings.add(refused(e));
            return new Opened(NOTHING, Optional.empty(), Optional.empty(), from, keys);
        }
        try {
            // The origin only finds what was remembered; nothing of the note counts before its signature holds.
            String origin = Checkpoint.parse(note.text()).origin();
            if (trust.seen().isPresent()) {
                seen = trust.seen().get().find(origin);
            }
            from = key(seen, keys);
            if (keys.isEmpty()) {
                findings.add(noKey());
                return new Opened(note, Optional.empty(), Optional.empty(), from, keys);
            }
            keys.addAll(trust.witnesses());
            Checkpoint checkpoint = Checkpoint.open(note, keys);
            witnesses(note, keys, findings);
            return new Opened(note, Optional.of(checkpoint), seen.map(SeenCheckpoints.Seen::checkpoint), from, keys);
        } catch (CheckpointException e) {
            findings.add(refused(e));
            return new Opened(note, Optional.empty(), Optional.empty(), from, keys);
        }
    }

    private static final SignedNote NOTHING = new SignedNote(new dk.rettidig.checkpoint.NoteText("\n"), List.of());

    private Report.KeySource key(Optional<SeenCheckpoints.Seen> seen, List<VerifierKey> keys)
            throws IOException, CheckpointException {
        if (!trust.keys().isEmpty()) {
            keys.addAll(trust.keys());
            // What a given key announced when it was seen before is as good as that key.
            seen
                    .map(SeenCheckpoints.Seen::keys)
                    .filter(known -> known.stream().anyMatch(trust.keys()::contains))
                    .stream()
                    .flatMap(List::stream)
                    .filter(known -> !keys.contains(known))
                    .forEach(keys::add);
            return Report.KeySource.GIVEN;
        }
        if (seen.isPresent()) {
            keys.addAll(seen.get().keys());
            return Report.KeySource.REMEMBERED;
        }
        Optional<String> beside = source.key();
        if (beside.isPresent()) {
            for (String vkey : beside.get().strip().split("\n", -1)) {
                keys.add(VerifierKey.parse(vkey.strip()));
            }
            return Report.KeySource.EXPORT;
        }
        return Report.KeySource.NONE;
    }

    private void witnesses(SignedNote note, List<VerifierKey> keys, Findings findings) throws CheckpointException {
        List<VerifierKey> signed =
                note.verify(keys).stream().map(SignedNote.Verified::key).toList();
        for (VerifierKey witness : trust.witnesses()) {
            if (!signed.contains(witness)) {
                findings.add(Finding.whole(
                        Finding.Kind.CHECKPOINT,
                        "medunderskriveren " + witness.name() + " har ikke underskrevet",
                        "the witness " + witness.name() + " has not cosigned"));
            }
        }
    }

    private static Finding refused(CheckpointException e) {
        return Finding.whole(
                Finding.Kind.CHECKPOINT,
                "kontrolpunktet holder ikke (" + e.getMessage() + ")",
                "the checkpoint does not hold (" + e.getMessage() + ")");
    }

    private static Finding noKey() {
        return Finding.whole(
                Finding.Kind.CHECKPOINT,
                "loggens nøgle mangler: angiv den med --key",
                "the log's key is missing: give it with --key");
    }

    private void scan(long size, TreeCheck check, Progress progress) throws IOException, InterruptedException {
        int threads = source.parallel();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory())) {
            ThreadLocal<BundleScan> tools = ThreadLocal.withInitial(() -> new BundleScan(source, entriesToo));
            Deque<Future<BundleScan.Result>> ahead = new ArrayDeque<>();
            long bundles = Math.ceilDiv(size, TilePath.FULL);
            try {
                // A checkpoint may state any size: what is missing is not counted for ever.
                for (long submitted = 0, joined = 0; joined < bundles && check.worthwhile(); joined++) {
                    for (; submitted < bundles && submitted < joined + (long) threads * AHEAD; submitted++) {
                        TilePath path = TilePath.entries(submitted, Tiles.width(TilePath.ENTRIES, submitted, size));
                        ahead.add(pool.submit(() -> tools.get().scan(path)));
                    }
                    check.join(ahead.remove().get());
                    progress.at(Math.min(size, (joined + 1) * TilePath.FULL), size);
                }
            } catch (ExecutionException e) {
                throw new IOException(reason(e.getCause()), e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static String reason(@org.jspecify.annotations.Nullable Throwable cause) {
        return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : "cannot be read";
    }

    private void beyond(long size, Findings findings) throws IOException {
        source.beyond(size)
                .ifPresent(path -> findings.add(Finding.at(
                        Finding.Kind.BEYOND_CHECKPOINT,
                        size,
                        path + " er ikke dækket af kontrolpunktet",
                        path + " is not covered by the checkpoint")));
    }

    private Report report(Opened opened, Optional<TreeCheck> check, Findings findings) {
        List<String> witnesses = opened.checkpoint().isEmpty()
                ? List.of()
                : opened.keys().stream()
                        .filter(trust.witnesses()::contains)
                        .filter(key -> opened.note().signatures().stream().anyMatch(each -> each.claims(key)))
                        .map(key -> key.name().value())
                        .toList();
        return new Report(
                source.description(),
                opened.checkpoint(),
                opened.keySource(),
                opened.keys().isEmpty() ? "" : opened.keys().getFirst().encode(),
                witnesses,
                opened.before().map(before -> OptionalLong.of(before.size())).orElse(OptionalLong.empty()),
                entriesToo ? check.map(TreeCheck::entries).orElse(0L) : 0,
                check.map(TreeCheck::bytes).orElse(0L),
                check.map(TreeCheck::actors).orElse(0L),
                findings.kept(),
                findings.count(),
                source.hasHashTiles());
    }
}
