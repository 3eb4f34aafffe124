package dk.rettidig.flag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyDecoderTest {

    private final List<String> rows = new ArrayList<>();
    private final CopyDecoder decoder = new CopyDecoder((a, b, c, d, indicator, from, to, value, known, retracted) ->
            rows.add(a + " " + d + " " + indicator + " " + LocalDate.ofEpochDay(from) + " " + LocalDate.ofEpochDay(to)
                    + " " + value + " " + known + " " + retracted));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 88, 89, 90, 1000})
    void readsRowsWhereverTheStreamIsCut(int piece) throws IOException {
        byte[] stream = stream(3, true);

        for (int at = 0; at < stream.length; at += piece) {
            decoder.write(stream, at, Math.min(piece, stream.length - at));
        }
        decoder.close();

        assertThat(decoder.count()).isEqualTo(3);
        assertThat(rows)
                .containsExactly(
                        "0 -1 101 2026-01-01 2026-01-31 0.5 946684800000000 false",
                        "1 -1 102 2026-01-01 2026-01-31 1.5 946684800000001 true",
                        "2 -1 103 2026-01-01 2026-01-31 2.5 946684800000002 false");
    }

    @Test
    void aStreamThatEndsEarlyIsNoStream() throws IOException {
        byte[] stream = stream(2, false);
        decoder.write(stream, 0, stream.length);

        assertThatThrownBy(decoder::close).isInstanceOf(IOException.class);
    }

    @Test
    void aRowOfAnotherFormIsRefused() throws IOException {
        byte[] stream = stream(1, true);
        stream[20] = 6;

        assertThatThrownBy(() -> decoder.write(stream, 0, stream.length)).isInstanceOf(IOException.class);
        assertThat(rows).isEmpty();
    }

    private static byte[] stream(int count, boolean whole) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0});
            out.writeInt(0);
            out.writeInt(0);
            int day = (int) (LocalDate.of(2026, 1, 1).toEpochDay() - 10_957);
            for (int i = 0; i < count; i++) {
                out.writeShort(7);
                out.writeInt(32);
                for (long word : new long[] {i, 7, 8, -1}) {
                    out.writeLong(word);
                }
                out.writeInt(2);
                out.writeShort(101 + i);
                out.writeInt(4);
                out.writeInt(day);
                out.writeInt(4);
                out.writeInt(day + 30);
                out.writeInt(8);
                out.writeDouble(i + 0.5);
                out.writeInt(8);
                out.writeLong(i);
                out.writeInt(1);
                out.writeByte(i % 2);
            }
            if (whole) {
                out.writeShort(-1);
            }
        }
        return bytes.toByteArray();
    }
}
