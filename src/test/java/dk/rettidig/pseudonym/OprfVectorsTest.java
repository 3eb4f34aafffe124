package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The test vectors of RFC 9497 appendix A.3 for P256-SHA256, modes 0 and 1. */
class OprfVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void derivesKeysAndEvaluatesAsTheVectorsOfModesZeroAndOneSay() throws IOException, OprfException {
        int checked = 0;
        for (OprfMode mode : OprfMode.values()) {
            JsonNode suite = suite(mode.ordinal());
            OprfKey key = OprfKey.derive(mode, hex(suite, "seed"), hex(suite, "keyInfo"));
            assertThat(key.secret()).isEqualTo(hex(suite, "skSm"));
            if (mode == OprfMode.VOPRF) {
                assertThat(key.publicKey().bytes()).isEqualTo(hex(suite, "pkSm"));
            }
            for (JsonNode vector : suite.get("vectors")) {
                check(mode, key, vector);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(5);
    }

    private static void check(OprfMode mode, OprfKey key, JsonNode vector) throws OprfException {
        List<byte[]> inputs = list(vector, "Input");
        Iterator<byte[]> blinds = list(vector, "Blind").iterator();
        Blinding blinding = Blinding.of(mode, inputs, () -> scalar(blinds.next()));
        assertThat(bytes(blinding.blinded())).containsExactlyElementsOf(list(vector, "BlindedElement"));
        Evaluation evaluation = mode == OprfMode.VOPRF
                ? key.evaluate(mode, blinding.blinded(), scalar(hex(vector.get("Proof"), "r")))
                : key.evaluate(mode, blinding.blinded());
        assertThat(bytes(evaluation.elements())).containsExactlyElementsOf(list(vector, "EvaluationElement"));
        if (mode == OprfMode.VOPRF) {
            assertThat(evaluation.proof().orElseThrow().bytes()).isEqualTo(hex(vector.get("Proof"), "proof"));
            assertThat(blinding.verified(key.publicKey(), evaluation))
                    .extracting(Pseudonym::bytes)
                    .containsExactlyElementsOf(list(vector, "Output"));
        }
        assertThat(blinding.opened(evaluation))
                .extracting(Pseudonym::bytes)
                .containsExactlyElementsOf(list(vector, "Output"));
        assertThat(key.pseudonym(mode, inputs.getFirst()).bytes())
                .isEqualTo(list(vector, "Output").getFirst());
    }

    private static JsonNode suite(int mode) throws IOException {
        Path file = Path.of("../shared/vectors/voprf/poc/vectors/allVectors.json");
        assumeTrue(Files.exists(file), "shared vectors are not here: skipped");
        JsonNode all = new ObjectMapper().readTree(Files.readString(file));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(suite -> suite.get("identifier").asText().equals("P256-SHA256")
                        && suite.get("mode").asInt() == mode)
                .findFirst()
                .orElseThrow();
    }

    private static SecretScalar scalar(byte[] bytes) {
        return new SecretScalar(new BigInteger(1, bytes));
    }

    private static byte[] hex(JsonNode node, String field) {
        return HEX.parseHex(node.get(field).asText());
    }

    private static List<byte[]> list(JsonNode node, String field) {
        List<byte[]> list = new ArrayList<>();
        for (String part : node.get(field).asText().split(",", -1)) {
            list.add(HEX.parseHex(part));
        }
        return list;
    }

    private static List<byte[]> bytes(List<Element> elements) {
        return elements.stream().map(Element::bytes).toList();
    }
}
