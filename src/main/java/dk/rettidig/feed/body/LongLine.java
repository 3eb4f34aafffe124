package dk.rettidig.feed.body;

import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.pseudonym.CprDetector;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A line longer than any row, which is thrown away piece by piece. It is still looked at for CPR numbers, in windows that
 * overlap, and must still be UTF-8.
 */
final class LongLine {

    /** A CPR number with every character escaped takes 66 characters; the overlap is twice that. */
    private static final int OVERLAP = 132;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer window = CharBuffer.allocate(32 * 1024);
    private final long line;
    private byte[] pending = new byte[0];

    LongLine(long line) {
        this.line = line;
    }

    void piece(byte[] bytes, int from, int to) throws BodyRejected {
        ByteBuffer input = ByteBuffer.allocate(pending.length + to - from)
                .put(pending)
                .put(bytes, from, to - from)
                .flip();
        while (decode(input, false)) {
            look();
        }
        pending = new byte[input.remaining()];
        input.get(pending);
    }

    void end() throws BodyRejected {
        ByteBuffer input = ByteBuffer.wrap(pending);
        while (decode(input, true)) {
            look();
        }
        look();
    }

    /** Whether the window is full and more is to come. */
    private boolean decode(ByteBuffer input, boolean last) throws BodyRejected {
        CoderResult result = decoder.decode(input, window, last);
        if (result.isError()) {
            throw BodyRejected.atLine(FeedErrorCode.NOT_UTF8, line);
        }
        return result.isOverflow();
    }

    private void look() throws BodyRejected {
        String text = window.flip().toString();
        if (CprDetector.found(CprLine.unescaped(text))) {
            throw BodyRejected.atLine(FeedErrorCode.CPR_NUMBER_FOUND, line);
        }
        window.clear();
        window.put(text, Math.max(0, text.length() - OVERLAP), text.length());
    }
}
