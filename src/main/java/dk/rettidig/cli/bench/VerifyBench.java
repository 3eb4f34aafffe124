package dk.rettidig.cli.bench;

import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Offline verification of an exported ledger, held against reading the same entry bundles and hashing them with SHA-256 on one
 * core: what nobody can do without. Reach: at most twice that time (section "Figures to reach" of the design).
 */
public final class VerifyBench implements Benchmark {

    private static final long DEFAULT_ENTRIES = 1_000_000;
    private static final long SEED = 42;
    private static final double REACH = 2;
    /** Read size of the baseline; larger than any of its files, so that it is not slowed by small reads. */
    private static final int BUFFER = 1 << 20;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String description() {
        return "offline verification of an exported ledger against SHA-256 of the same bytes (--entries)";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        long entries = options.entries().orElse(DEFAULT_ENTRIES);
        Path root = Files.createTempDirectory("rettidig-bench-verify");
        try {
            options.tell("verify: writing a ledger of " + entries + " entries");
            long bytes = GeneratedLedger.write(root, entries, SEED);
            List<Path> bundles = bundles(root);
            options.tell("verify: measuring, " + Alternating.TURNS + " turns");
            Alternating figures = Alternating.measure(
                    Alternating.seconds(() -> verify(root, entries)), Alternating.seconds(() -> hash(bundles, bytes)));
            return List.of(result(figures, entries, bytes));
        } finally {
            delete(root);
        }
    }

    private static BenchResult result(Alternating figures, long entries, long bytes) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("entries", entries);
        detail.put("bytes", bytes);
        detail.put("cores", Runtime.getRuntime().availableProcessors());
        detail.put("entries_per_second", Math.round(entries / figures.subjectMedian()));
        detail.put("verify_seconds", figures.subject());
        detail.put("sha256_seconds", figures.baseline());
        return BenchResult.against(
                "verify",
                figures.subjectMedian(),
                figures.baselineMedian(),
                "s",
                BenchResult.Better.LOWER,
                REACH,
                detail);
    }

    private static void verify(Path root, long entries) throws IOException, InterruptedException {
        Report report = LedgerVerifier.verify(root, LedgerVerifier.Trust.NOTHING, true, (at, of) -> {});
        if (!report.ok() || report.entries() != entries) {
            throw new IllegalStateException("the generated ledger does not verify: " + report.findings());
        }
    }

    private static void hash(List<Path> bundles, long expected) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (Path bundle : bundles) {
            try (FileChannel channel = FileChannel.open(bundle, StandardOpenOption.READ)) {
                for (int read; (read = channel.read(ByteBuffer.wrap(buffer))) > 0; bytes += read) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        if (bytes != expected || digest.digest().length != 32) {
            throw new IllegalStateException("the baseline has not hashed all bytes");
        }
    }

    private static List<Path> bundles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("tile/entries"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
