package dk.rettidig.verifier;

import static dk.rettidig.verifier.ExportFixture.LOG;
import static dk.rettidig.verifier.ExportFixture.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.verifier.Finding.Kind;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerVerifierTest {

    private static final int SIZE = 1000;

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    private final List<byte[]> entries = new ArrayList<>(ExportFixture.entries(SIZE));

    @BeforeEach
    void writesAnHonestExport() throws IOException {
        ExportFixture.write(root, entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 1000, 66_000})
    void passesHonestExportsOfAnySize(int size) throws IOException, InterruptedException {
        Path other = elsewhere.resolve("export");
        ExportFixture.write(other, ExportFixture.entries(size));
        Report report = LedgerVerifier.verify(other, given(LOG.verifier()), true, (at, of) -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(size);
        assertThat(report.keySource()).isEqualTo(Report.KeySource.GIVEN);
        assertThat(report.actors()).isEqualTo(Math.min(size, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256, 1000, 66_000})
    void progressNeverGoesBackAndEndsAtTheSize(int size) throws IOException, InterruptedException {
        Path other = elsewhere.resolve("export");
        ExportFixture.write(other, ExportFixture.entries(size));
        List<Long> told = new ArrayList<>();
        LedgerVerifier.verify(other, given(LOG.verifier()), true, (at, of) -> {
            assertThat(of).isEqualTo(size);
            told.add(at);
        });
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSize(Math.ceilDiv(size, TilePath.FULL));
        assertThat(told.getFirst()).isPositive();
        assertThat(told.getLast()).isEqualTo(size);
    }

    @Test
    void saysWhenTheKeyIsFromTheExportItself() throws IOException, InterruptedException {
        assertThat(verify().keySource()).isEqualTo(Report.KeySource.EXPORT);
        Files.delete(root.resolve("log-key"));
        Report report = verify();
        assertThat(report.ok()).isFalse();
        assertThat(report.keySource()).isEqualTo(Report.KeySource.NONE);
    }

    @Nested
    class TamperedEntries {

        @ParameterizedTest
        @ValueSource(ints = {0, 5, 255, 256, 700, 767, 768, 999})
        void namesAChangedEntry(int index) throws IOException, InterruptedException {
            entries.set(index, ExportFixture.entry("actor-" + index % 7, index / 7 + 1, 4_000, count(index)));
            ExportFixture.bundles(root, entries);
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(index);
            assertThat(kinds(report)).contains(Kind.ENTRY_ALTERED, Kind.ROOT);
            assertThat(altered(report).english()).contains("signed one").contains("(changed)");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 100, 256, 998})
        void namesARemovedEntry(int index) throws IOException, InterruptedException {
            entries.remove(index);
            rewriteBundles();
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(index);
            assertThat(kinds(report)).contains(Kind.ENTRY_MISSING);
            // The last entry of an actor leaves no gap behind it; the missing hash still tells.
            assertThat(kinds(report).contains(Kind.COUNT)).isEqualTo(index < SIZE - 7);
            assertThat(altered(report).english()).contains("removed");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 100, 256, 998})
        void namesAnInsertedEntry(int index) throws IOException, InterruptedException {
            entries.add(index, ExportFixture.entry("stranger", 1, 1, 0));
            rewriteBundles();
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(index);
            assertThat(altered(report).english()).contains("inserted");
        }

        @Test
        void namesTheFirstOfTwoSwappedEntries() throws IOException, InterruptedException {
            Collections.swap(entries, 300, 301);
            ExportFixture.bundles(root, entries);
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(300);
            assertThat(altered(report).english()).contains("swapped");
        }

        @Test
        void namesTheFirstMissingEntryOfATruncatedExport() throws IOException, InterruptedException {
            Path bundle = root.resolve(TilePath.entries(2, 256).path());
            byte[] bytes = Files.readAllBytes(bundle);
            Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(verify().firstBadIndex()).hasValue(767);
            Files.write(bundle, new byte[0]);
            assertThat(verify().firstBadIndex()).hasValue(512);
            Files.delete(bundle);
            assertThat(verify().firstBadIndex()).hasValue(512);
        }

        @Test
        void namesTrailingBytesAndUncoveredBundles() throws IOException, InterruptedException {
            Path bundle = root.resolve(TilePath.entries(3, 232).path());
            byte[] bytes = Files.readAllBytes(bundle);
            Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length + 1));
            assertThat(verify().firstBadIndex()).hasValue(SIZE);
            Files.write(bundle, bytes);
            assertThat(verify().ok()).isTrue();
            for (TilePath extra :
                    List.of(TilePath.entries(3, 240), TilePath.entries(3, 256), TilePath.entries(4, 256))) {
                ExportFixture.bundle(root, extra, entries.subList(0, 1));
                Report report = verify();
                assertThat(kinds(report)).as(extra.path()).containsExactly(Kind.BEYOND_CHECKPOINT);
                assertThat(report.firstBadIndex()).hasValue(SIZE);
                Files.delete(root.resolve(extra.path()));
            }
        }

        @Test
        void saysThatNoEntryCanBeNamedWhenEverythingButTheSignatureWasReplaced()
                throws IOException, InterruptedException {
            entries.set(400, ExportFixture.entry("actor-1", 58, 4_000, 0));
            ExportFixture.bundles(root, entries);
            ExportFixture.tiles(root, entries);
            Report report = verify();
            assertThat(kinds(report)).containsExactly(Kind.ROOT);
            assertThat(report.findings().getFirst().english()).contains("both were replaced");
        }

        @Test
        void namesTheRangeWhenOnlyTheLowestTilesWereReplacedToo() throws IOException, InterruptedException {
            entries.set(400, ExportFixture.entry("actor-1", 58, 4_000, 0));
            ExportFixture.bundles(root, entries);
            byte[] upper = Files.readAllBytes(root.resolve("tile/1/000.p/3"));
            ExportFixture.tiles(root, entries);
            Files.write(root.resolve("tile/1/000.p/3"), upper);
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(256);
            assertThat(report.findings()).anyMatch(finding -> finding.english().contains("256-511"));
        }

        @Test
        void findsTheWrongRootWithoutAnyTiles() throws IOException, InterruptedException {
            deleteTiles();
            assertThat(verify().ok()).isTrue();
            assertThat(verify().hashTiles()).isFalse();
            entries.set(400, ExportFixture.entry("actor-1", 58, 4_000, 0));
            ExportFixture.bundles(root, entries);
            assertThat(kinds(verify())).containsExactly(Kind.ROOT);
        }
    }

    @Nested
    class TamperedTiles {

        @Test
        void namesTheAlteredHashAndSaysTheEntriesAreRight() throws IOException, InterruptedException {
            flip("tile/0/001", 40 * Hash.LENGTH + 3);
            Report report = verify();
            assertThat(kinds(report)).containsOnly(Kind.TILE);
            assertThat(report.findings()).anyMatch(finding -> finding.index().orElse(-1) == 296);
        }

        @Test
        void namesAnAlteredUpperTile() throws IOException, InterruptedException {
            flip("tile/1/000.p/3", 2 * Hash.LENGTH);
            Report report = verify();
            assertThat(kinds(report)).containsOnly(Kind.TILE);
            assertThat(report.firstBadIndex()).hasValue(512);
        }

        @Test
        void namesAMissingTile() throws IOException, InterruptedException {
            Files.delete(root.resolve("tile/1/000.p/3"));
            assertThat(kinds(verify())).containsExactly(Kind.TILE);
            Files.delete(root.resolve("tile/0/002"));
            assertThat(kinds(verify())).contains(Kind.TILE).doesNotContain(Kind.ROOT);
        }

        @Test
        void checksTheTilesAloneWhenEntriesAreNotAtHand() throws IOException, InterruptedException {
            Files.delete(root.resolve("tile/entries/001"));
            assertThat(LedgerVerifier.verify(root, Trust.NOTHING, false, (at, of) -> {})
                            .ok())
                    .isTrue();
            flip("tile/0/001", 0);
            assertThat(kinds(LedgerVerifier.verify(root, Trust.NOTHING, false, (at, of) -> {})))
                    .contains(Kind.ROOT);
        }
    }

    @Nested
    class DishonestLogs {

        @Test
        void namesAGapAndARepeatOfACountThatWasSignedAllTheSame() throws IOException, InterruptedException {
            for (int wrong : new int[] {57, 59, 1000}) {
                entries.set(400, ExportFixture.entry("actor-1", wrong, 400, 0));
                ExportFixture.write(root, entries);
                Report report = verify();
                assertThat(kinds(report)).containsOnly(Kind.COUNT);
                assertThat(report.firstBadIndex()).hasValue(400);
            }
        }

        @Test
        void namesAFirstCountThatIsNotOneAndAModelThatIsNotCounted() throws IOException, InterruptedException {
            entries.set(500, ExportFixture.entry("newcomer", 2, 500, 0));
            entries.set(7, ExportFixture.entry("actor-0", 2, 7, 9));
            ExportFixture.write(root, entries);
            Report report = verify();
            assertThat(report.firstBadIndex()).hasValue(7);
            assertThat(report.findings()).anyMatch(finding -> finding.index().orElse(-1) == 500);
        }

        @Test
        void namesEntriesOfTheWrongForm() throws IOException, InterruptedException {
            entries.set(900, ExportFixture.utf8("{ }"));
            entries.set(901, ExportFixture.utf8("nonsense"));
            entries.set(902, ExportFixture.utf8("{\"v\":2}"));
            entries.set(903, ExportFixture.utf8("{\"v\":1}"));
            ExportFixture.write(root, entries);
            Report report = verify();
            assertThat(report.findings().stream()
                            .filter(finding -> finding.kind() == Kind.ENTRY_FORM)
                            .map(Finding::english))
                    .containsExactly(
                            "the entry is not canonical (RFC 8785)",
                            "the entry is not JSON",
                            "the entry's version is unknown",
                            "the entry has not the shape of version 1");
            assertThat(report.firstBadIndex()).hasValue(900);
        }
    }

    @Nested
    class Checkpoints {

        @Test
        void refusesAnotherKeyThanTheGivenOne() throws IOException, InterruptedException {
            VerifierKey other = ExportFixture.key(ORIGIN, 2).verifier();
            Report report = LedgerVerifier.verify(root, given(other), true, (at, of) -> {});
            assertThat(kinds(report)).containsExactly(Kind.CHECKPOINT);
            assertThat(report.checkpoint()).isEmpty();
        }

        @Test
        void refusesAForgedCheckpoint() throws IOException, InterruptedException {
            Checkpoint forged = new Checkpoint(ORIGIN, SIZE, root(SIZE - 1));
            String note = Files.readString(root.resolve("checkpoint"));
            Files.writeString(
                    root.resolve("checkpoint"),
                    note.replace(root(SIZE).base64(), forged.root().base64()));
            assertThat(kinds(verify())).containsExactly(Kind.CHECKPOINT);
        }

        @Test
        void refusesAnEarlierCheckpointOfTheSameLogBesideLaterEntries() throws IOException, InterruptedException {
            ExportFixture.sign(root, new Checkpoint(ORIGIN, 900, root(900)), LOG);
            Report report = verify();
            assertThat(report.ok()).isFalse();
            assertThat(report.firstBadIndex()).isPresent();
        }

        @Test
        void demandsTheWitnessesThatWereNamed() throws IOException, InterruptedException {
            VerifierKey witness = ExportFixture.key("witness.example/w", 5).verifier();
            Trust trust = new Trust(List.of(LOG.verifier()), List.of(witness), Optional.empty());
            assertThat(kinds(LedgerVerifier.verify(root, trust, true, (at, of) -> {})))
                    .containsExactly(Kind.CHECKPOINT);
        }
    }

    @Nested
    class Memory {

        private Trust remembering() {
            return new Trust(List.of(), List.of(), Optional.of(new SeenCheckpoints(elsewhere.resolve("seen"))));
        }

        private Report again() throws IOException, InterruptedException {
            return LedgerVerifier.verify(root, remembering(), true, (at, of) -> {});
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 255, 256, 300, 512, 999})
        void acceptsAnExtensionOfWhatItSaw(int before) throws IOException, InterruptedException {
            grow(before);
            assertThat(again().ok()).isTrue();
            grow(SIZE);
            Report report = again();
            assertThat(report.findings()).isEmpty();
            assertThat(report.remembered()).hasValue(before);
            assertThat(report.keySource()).isEqualTo(Report.KeySource.REMEMBERED);
        }

        @Test
        void reportsARollbackAndKeepsWhatItSaw() throws IOException, InterruptedException {
            assertThat(again().ok()).isTrue();
            grow(900);
            assertThat(kinds(again())).containsExactly(Kind.ROLLBACK);
            assertThat(again().remembered()).hasValue(SIZE);
        }

        @ParameterizedTest
        @ValueSource(ints = {600, 999, 1000})
        void reportsAnotherHistoryThoughItIsSigned(int before) throws IOException, InterruptedException {
            grow(before);
            assertThat(again().ok()).isTrue();
            entries.set(400, ExportFixture.entry("actor-1", 58, 4_000, 0));
            ExportFixture.write(root, entries);
            assertThat(kinds(again())).containsExactly(Kind.HISTORY);
        }

        @Test
        void keepsToTheKeyItKnows() throws IOException, InterruptedException {
            assertThat(again().ok()).isTrue();
            ExportFixture.sign(root, new Checkpoint(ORIGIN, SIZE, root(SIZE)), ExportFixture.key(ORIGIN, 3));
            ExportFixture.file(
                    root,
                    "log-key",
                    ExportFixture.utf8(ExportFixture.key(ORIGIN, 3).verifier().encode()));
            assertThat(kinds(again())).containsExactly(Kind.CHECKPOINT);
        }

        private void grow(int size) throws IOException {
            deleteAll();
            ExportFixture.write(root, entries.subList(0, size));
        }
    }

    private Hash root(int size) {
        CompactRange range = new CompactRange();
        ExportFixture.leaves(entries.subList(0, size)).forEach(range::append);
        return range.root();
    }

    private static int count(int index) {
        return index % 3 == 0 ? index / 3 + 1 : 0;
    }

    private void rewriteBundles() throws IOException {
        deleteTree(root.resolve("tile/entries"));
        ExportFixture.bundles(root, entries);
        if (entries.size() != SIZE) {
            // The bundle at the edge keeps the name that the checkpoint's size demands.
            Path made = root.resolve(TilePath.entries(3, entries.size() - 768).path());
            Files.move(made, root.resolve(TilePath.entries(3, SIZE - 768).path()));
        }
    }

    private void deleteTiles() throws IOException {
        deleteTree(root.resolve("tile/0"));
        deleteTree(root.resolve("tile/1"));
    }

    private void deleteAll() throws IOException {
        deleteTree(root.resolve("tile"));
    }

    private static void deleteTree(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void flip(String path, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(root.resolve(path));
        bytes[at] ^= 1;
        Files.write(root.resolve(path), bytes);
    }

    private Report verify() throws IOException, InterruptedException {
        return LedgerVerifier.verify(root, Trust.NOTHING, true, (at, of) -> {});
    }

    private static Trust given(VerifierKey key) {
        return new Trust(List.of(key), List.of(), Optional.empty());
    }

    private static List<Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).distinct().toList();
    }

    private static Finding altered(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.kind() == Kind.ENTRY_ALTERED)
                .findFirst()
                .orElseThrow();
    }
}
