package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorKind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts are read back from the very bytes that the sequencer makes. */
class EntryCountsTest {

    private static byte[] body(EventFields fields) {
        return new EntryBody("h-1", ActorKind.MODEL_OWNER, Instant.EPOCH, "test.counted", fields, new SecureRandom())
                .bytes();
    }

    @Test
    void theCountsOfAnEntryAreThoseItWasMadeWith() {
        byte[] entry = EntryBody.entry(
                body(EventFields.none().text("model", "a \"quoted\" \u00e5").text("note", ",\"counts\":{\"actor\":9")),
                41,
                OptionalLong.of(7));

        EntryCounts counts = EntryCounts.of(entry).orElseThrow();

        assertThat(counts).isEqualTo(new EntryCounts("h-1", 41, Optional.of("a \"quoted\" \u00e5"), 7));
        assertThat(counts.count("actor:h-1")).hasValue(41);
        assertThat(counts.count("model:a \"quoted\" \u00e5")).hasValue(7);
        assertThat(counts.count("actor:h-2")).isEmpty();
        assertThat(counts.count("model:b")).isEmpty();
        assertThat(new String(entry, StandardCharsets.UTF_8))
                .contains(new String(EntryMarks.of("actor:h-1"), StandardCharsets.UTF_8))
                .contains(new String(EntryMarks.of("model:a \"quoted\" \u00e5"), StandardCharsets.UTF_8));
    }

    @Test
    void anEntryWithoutAModelCountsNone() {
        EntryCounts counts = EntryCounts.of(
                        EntryBody.entry(body(EventFields.none().text("note", "x")), 1, OptionalLong.empty()))
                .orElseThrow();

        assertThat(counts).isEqualTo(new EntryCounts("h-1", 1, Optional.empty(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "{\"body\":{\"actor\":\"h\",\"counts\":{\"actor\":},\"v\":1}",
                "{\"body\":{\"actor\":\"h\"},\"commitments\":{},\"counts\":{\"actor\":1,\"model\":2},\"v\":1}",
                "{\"body\":{\"actor\":\"h\"},\"commitments\":{},\"counts\":{\"actor\":99999999999999999999},\"v\":1}",
                "{\"body\":{\"actor\":\"h\"},\"commitments\":{},\"counts\":{\"actor\":1},\"v\":2}",
                "{\"body\":{\"actor\":\"h",
            })
    void otherBytesHaveNoCounts(String bytes) {
        assertThat(EntryCounts.of(bytes.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
