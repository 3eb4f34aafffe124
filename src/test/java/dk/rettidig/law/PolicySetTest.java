package dk.rettidig.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySetTest {

    private static final Path SHIPPED = Path.of("policies");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDirectoryAndTheApplicationHoldTheSameSet() throws Exception {
        assertThat(PolicySetReader.read(SHIPPED).digest())
                .isEqualTo(PolicySetReader.shipped().digest());
    }

    @Test
    void theDigestIsThatOfTheDocumentedBytes() throws Exception {
        // Given
        PolicySet set = PolicySet.of(List.of(PolicyFile.of("b", "two"), PolicyFile.of("a", "ø")));

        // When
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("rettidig-policy-set-v1\n".getBytes(StandardCharsets.US_ASCII));
        sha256.update(HexFormat.of().parseHex("00000001" + "61" + "0000000000000002" + "c3b8"));
        sha256.update(HexFormat.of().parseHex("00000001" + "62" + "0000000000000003"));
        sha256.update(ByteBuffer.wrap("two".getBytes(StandardCharsets.US_ASCII)));

        // Then
        assertThat(set.digest().value()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void theDigestDoesNotDependOnTheOrderOfTheFiles() {
        PolicySet set = PolicySetReader.shipped();
        List<PolicyFile> files = new ArrayList<>(set.files());
        Collections.shuffle(files, new Random(42));

        assertThat(PolicySet.of(files).digest()).isEqualTo(set.digest());
    }

    @Test
    void everyChangeOfOneByteInAnyFileChangesTheDigest() {
        PolicySet set = PolicySetReader.shipped();

        for (PolicyFile file : set.files()) {
            byte[] changed = file.bytes();
            changed[changed.length / 2] ^= 1;
            assertThat(set.with(PolicyFile.of(file.path(), changed)).digest())
                    .as(file.path())
                    .isNotEqualTo(set.digest());
        }
    }

    @Test
    void movingBytesFromOneFileToTheNextChangesTheDigest() {
        PolicySet one = PolicySet.of(List.of(PolicyFile.of("a", "xy"), PolicyFile.of("b", "z")));
        PolicySet other = PolicySet.of(List.of(PolicyFile.of("a", "x"), PolicyFile.of("b", "yz")));

        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void twoFilesUnderOnePathAreNoSet() {
        List<PolicyFile> files = List.of(PolicyFile.of("a", "1"), PolicyFile.of("a", "2"));

        assertThatThrownBy(() -> PolicySet.of(files)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingAndAnUnknownFileAreNamed() throws Exception {
        // Given
        for (PolicyFile file : PolicySetReader.shipped().files()) {
            Path path = directory.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        Files.delete(directory.resolve("retention.yaml"));
        Files.writeString(directory.resolve("gate2.cedar"), "permit(principal, action, resource);");
        Files.writeString(directory.resolve("README.md"), "explains");

        // When, then
        assertThatThrownBy(() -> PolicySetReader.read(directory))
                .isInstanceOf(PolicySetException.class)
                .hasMessageContaining("retention.yaml: the file is missing")
                .hasMessageContaining("gate2.cedar: no part of the service reads this file")
                .hasMessageNotContaining("README");
    }
}
