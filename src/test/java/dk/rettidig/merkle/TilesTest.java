package dk.rettidig.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "3, 999, 1, tile/3/999.p/1",
        "-1, 1000, 255, tile/entries/x001/000.p/255",
        "63, 123456789012345678, 256, tile/63/x123/x456/x789/x012/x345/678"
    })
    void writesAndReadsPathsAsTheDocumentSays(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/001/000",
                "tile/0/x000/001",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000/",
                "tile/0/000//",
                "tile/0//000",
                "tile/0/000.p/1/",
                "tile/0/000.p/-1",
                "tile/0/000.p/257",
                "tile/0/000.p/1000",
                "tile/0/000.p/1.p/1",
                "tile/0/000.p/1e1",
                "tile/0/000.P/1",
                "tile/0/000.p",
                "tile/0/x001/x000",
                "tile/0/X001/000",
                "tile/0/x01/000",
                "tile/0/x001/00a",
                "tile/0/x-01/000",
                "tile/0/+00",
                "tile/0/000?x",
                "tile/0/000%2ep/1",
                "tile/0x0/000",
                "tile/01/000",
                "tile/100/000",
                "tile/0/x009/x223/x372/x036/x854/x775/807",
                "tile/0/x018/x446/x744/x073/x709/x551/616",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                "tile/entries",
                "tile/entries/",
                "tile/entries/0/000",
                "tile/data/000",
                "tile/0/000\u0000",
                "tile\\0\\000",
                "/tile/0/000",
                "tile/0/../000",
                "tile/entries/000\n",
                "tile/ENTRIES/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/٠٠٠"
            })
    void readsNoOtherSpelling(String path) {
        assertThat(TilePath.parse(path)).isEqualTo(Optional.empty());
    }

    @Test
    void listsTheTilesOfTheDocumentsExamples() {
        List<TilePath> large = Tiles.all(70_000);
        assertThat(large)
                .filteredOn(tile -> tile.level() == 0 && !tile.isPartial())
                .hasSize(273);
        assertThat(large)
                .filteredOn(TilePath::isPartial)
                .extracting(TilePath::path)
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(large)
                .filteredOn(tile -> tile.level() == 1 && !tile.isPartial())
                .hasSize(1);
        assertThat(Tiles.all(256)).extracting(TilePath::path).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(Tiles.all(0)).isEmpty();
        assertThat(Tiles.width(TilePath.ENTRIES, 273, 70_000)).isEqualTo(112);
        assertThat(Tiles.width(0, 999_999_999_999_999_999L, 70_000)).isZero();
    }

    @Test
    void integratesInAnyStepsToTheSameTilesAndTree() {
        long seed = 4711;
        Random random = new Random(seed);
        ReferenceTree tree = ReferenceTree.random(1400, seed);
        for (int round = 0; round < 12; round++) {
            Map<TilePath, Tile> kept = new HashMap<>();
            TreeState state = TreeState.EMPTY;
            while (state.size() < 1400) {
                int from = (int) state.size();
                int to = Math.min(1400, from + random.nextInt(round < 6 ? 700 : 40));
                Tiles.Integration step =
                        Tiles.integrate(state, reader(kept), tree.leaves().subList(from, to));
                step.tiles().forEach(tile -> kept.put(tile.path(), tile));
                state = step.state();
                assertThat(step.root()).as("seed %d", seed).isEqualTo(tree.root(to));
                assertThat(step.size()).isEqualTo(to);
            }
            assertThat(kept).containsKeys(Tiles.all(1400).toArray(TilePath[]::new));
            proves(tree, kept, random);
        }
    }

    @Test
    void integratingNothingChangesNothing() {
        ReferenceTree tree = ReferenceTree.random(300, 2);
        TreeState state = TreeState.read(300, tree);
        assertThat(Tiles.integrate(state, reader(Map.of()), List.of()))
                .isEqualTo(new Tiles.Integration(state, tree.root(300), List.of()));
    }

    @Test
    void refusesATileOfTheWrongLength() {
        TilePath path = TilePath.hashes(0, 0, 2);
        assertThat(new Tile(path, new byte[64]).hash(1)).isEqualTo(Hash.of(new byte[32]));
        assertThatThrownBy(() -> new Tile(path, new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(TilePath.entries(0, 2), new byte[64]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TileReader reader(Map<TilePath, Tile> kept) {
        return path -> Objects.requireNonNull(kept.get(path), path::path);
    }

    private static void proves(ReferenceTree tree, Map<TilePath, Tile> kept, Random random) {
        NodeReader nodes = Tiles.nodes(1400, reader(kept));
        for (int i = 0; i < 40; i++) {
            int second = 1400;
            int first = 1 + random.nextInt(second);
            int index = random.nextInt(second);
            assertThat(Proofs.inclusion(index, second, nodes)).isEqualTo(Proofs.inclusion(index, second, tree));
            assertThat(Proofs.consistency(first, second, nodes)).isEqualTo(Proofs.consistency(first, second, tree));
        }
        assertThat(Proofs.root(1400, nodes)).isEqualTo(tree.root(1400));
        assertThat(Tiles.bundleHolding(1399, 1400)).isEqualTo(TilePath.entries(5, 120));
    }
}
