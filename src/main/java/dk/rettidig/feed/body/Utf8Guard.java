package dk.rettidig.feed.body;

import dk.rettidig.feed.FeedErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets well-formed UTF-8 through (RFC 3629 section 4: no overlong form, no surrogate, nothing above U+10FFFF) and rejects
 * anything else with its line, which a decoder further on no longer knows.
 */
final class Utf8Guard extends FilterInputStream {

    private long line = 1;
    private boolean afterCarriageReturn;
    private int wanted;
    private int lowest = 0x80;
    private int highest = 0xBF;

    Utf8Guard(InputStream plain) {
        super(plain);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0 && wanted > 0) {
            throw wrong();
        }
        for (int i = offset; i < offset + read; i++) {
            take(target[i] & 0xff);
        }
        return read;
    }

    private void take(int b) throws Rejection {
        if (wanted == 0 && b < 0x80) {
            // A line ends with LF, CR LF or a lone CR, as the CSV parser has it.
            if ((b == '\n' && !afterCarriageReturn) || b == '\r') {
                line++;
            }
            afterCarriageReturn = b == '\r';
        } else if (wanted > 0) {
            if (b < lowest || b > highest) {
                throw wrong();
            }
            wanted--;
            lowest = 0x80;
            highest = 0xBF;
        } else {
            lead(b);
        }
    }

    private void lead(int b) throws Rejection {
        if (b < 0xC2 || b > 0xF4) {
            throw wrong();
        }
        wanted = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    private Rejection wrong() {
        return new Rejection(BodyRejected.atLine(FeedErrorCode.NOT_UTF8, line));
    }
}
