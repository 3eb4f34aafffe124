package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void escapesOnlyWhatTheCanonicalFormEscapes() {
        String written = write("\u0000\u001f\b\t\n\f\r\"\\/\u007f\u0080\u20ac\ud83d\ude02 æøå");

        assertThat(written).isEqualTo("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u0080\u20ac\ud83d\ude02 æøå\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude02", "a\ud83db", "\ude02\ud83d", "\ud83d\ud83d\ude02"})
    void refusesHalfACharacter(String text) {
        assertThatThrownBy(() -> write(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesNumbersThatADoubleCannotHold(long number) {
        assertThatThrownBy(() -> write(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMembersOutOfOrder() {
        Map<String, Object> members = new java.util.LinkedHashMap<>();
        members.put("b", 1L);
        members.put("a", 2L);

        assertThatThrownBy(() -> write(members)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesWhatTheReferenceImplementationWrites() throws IOException {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            String written = write(map(random, 3));

            assertThat(written)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new JsonCanonicalizer(written).getEncodedString());
        }
    }

    private static String write(Object value) {
        return new String(new CanonicalJson().value(value).toBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> map(SplittableRandom random, int depth) {
        Map<String, Object> members = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(text(random), value(random, depth));
        }
        return new TreeMap<>(members);
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> text(random);
            case 1 -> random.nextLong(-(1L << 53), (1L << 53) + 1);
            case 2 -> random.nextBoolean();
            case 3 -> List.of(value(random, depth - 1), text(random));
            default -> map(random, depth - 1);
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int point =
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x80);
                        case 1 -> random.nextInt(0x80, 0x800);
                        case 2 -> random.nextInt(0xe000, 0x10000);
                        default -> random.nextInt(0x10000, 0x110000);
                    };
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
