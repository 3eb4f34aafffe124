package dk.rettidig.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeHashTest {

    /** The reference leaves that implementations of RFC 6962 share. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void growsTheReferenceTreeToTheReferenceRoots(int size, String root) {
        CompactRange range = new CompactRange();
        LEAVES.subList(0, size)
                .forEach(leaf -> range.appendContent(HexFormat.of().parseHex(leaf)));
        assertThat(range.root().hex()).isEqualTo(root);
    }

    @Test
    void growsToAllRootsOfTheSharedVectors() throws IOException {
        Path file = Path.of("../shared/vectors/merkle/rfc6962-roots.json");
        assumeTrue(Files.exists(file), "shared vectors are not here: skipped");
        JsonNode vectors = new ObjectMapper().readTree(Files.readString(file));
        CompactRange range = new CompactRange();
        assertThat(range.root().hex()).isEqualTo(vectors.at("/roots_hex/0").asText());
        for (int i = 0; i < vectors.get("leaves_hex").size(); i++) {
            range.appendContent(
                    HexFormat.of().parseHex(vectors.get("leaves_hex").get(i).asText()));
            assertThat(range.root().hex())
                    .isEqualTo(vectors.get("roots_hex").get(i + 1).asText());
        }
    }

    @Test
    void agreesWithTheDefinitionAtEverySizeAndThroughItsEncoding() {
        ReferenceTree tree = ReferenceTree.random(300, 6962);
        CompactRange range = new CompactRange();
        for (int size = 0; size <= 300; size++) {
            assertThat(range.root()).isEqualTo(tree.root(size));
            TreeState read = TreeState.read(size, tree);
            assertThat(range.state()).isEqualTo(read);
            assertThat(TreeState.decode(read.encode())).isEqualTo(read);
            range = new CompactRange(TreeState.decode(range.state().encode()));
            if (size < 300) {
                range.append(tree.leaf(size));
            }
        }
    }

    @Test
    void appendsWholeSubtreesOnlyWhereTheyFit() {
        ReferenceTree tree = ReferenceTree.random(768, 1);
        CompactRange range = new CompactRange();
        for (int i = 0; i < 3; i++) {
            range.appendSubtree(8, tree.node(8, i));
        }
        assertThat(range.root()).isEqualTo(tree.root(768));
        range.append(tree.leaf(0));
        assertThatThrownBy(() -> range.appendSubtree(8, tree.leaf(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsUpToTheLargestTreeAndNoFurther() {
        Hash peak = new TreeHasher().leaf(new byte[0]);
        CompactRange range = new CompactRange(new TreeState(1L << 61, List.of(peak)));
        range.appendSubtree(61, peak);
        assertThat(range.root()).isEqualTo(new TreeHasher().node(peak, peak));
        assertThatThrownBy(() -> range.append(peak)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9, 39, 41, 72})
    void refusesAnEncodedStateOfTheWrongLength(int length) {
        byte[] bytes = new byte[length];
        if (length > 7) {
            bytes[7] = 1;
        }
        assertThatThrownBy(() -> TreeState.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "AAAA",
                ""
            })
    void readsAHashInItsOneSpellingOnly(String text) {
        assertThat(Hash.fromBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="))
                .isEqualTo(TreeHasher.emptyRoot());
        assertThatThrownBy(() -> Hash.fromBase64(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverTakesALeafForANode() {
        TreeHasher hasher = new TreeHasher();
        Hash left = hasher.leaf(new byte[] {1});
        Hash right = hasher.leaf(new byte[] {2});
        byte[] both = new byte[64];
        left.copyTo(both, 0);
        right.copyTo(both, 32);
        assertThat(hasher.leaf(both)).isNotEqualTo(hasher.node(left, right));
        byte[] prefixed = {9, TreeHasher.LEAF, 1};
        byte[] out = new byte[32];
        hasher.prefixedLeaf(prefixed, 1, 2, out, 0);
        assertThat(Hash.of(out)).isEqualTo(left);
        assertThatThrownBy(() -> hasher.prefixedLeaf(prefixed, 0, 3, out, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
