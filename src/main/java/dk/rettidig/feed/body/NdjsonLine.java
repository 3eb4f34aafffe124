package dk.rettidig.feed.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.RowCode;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.CprDetector.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One line of NDJSON: looked at for CPR numbers as bytes and as text, then parsed strictly (RFC 8259). */
final class NdjsonLine implements LineSink {

    /** A row is flat. Two levels let the parser name a nested value instead of failing on it. */
    private static final int MAXIMUM_DEPTH = 2;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // NaN is no JSON; reading it as a number gives the sender the code that says what is wrong.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .build())
            .build();

    private final RowBuilder builder;
    private final RowStream rows;
    private @Nullable String pseudonym;
    private boolean hidden;

    NdjsonLine(RowRules rules, RowStream rows) {
        this.builder = new RowBuilder(rules);
        this.rows = rows;
    }

    @Override
    public void tooLong(long line) {
        rows.bad(line, RowCode.TOO_LONG);
    }

    @Override
    public void take(byte[] bytes, int from, int to, long line) throws IOException, BodyRejected {
        int flags = flags(bytes, from, to);
        if ((flags & BLANK) != 0) {
            return;
        }
        Verdict verdict = CprDetector.scan(bytes, from, to);
        boolean plain = (flags & (HIGH | BACKSLASH)) == 0;
        String text = "";
        if (!plain || verdict == Verdict.IN_WORD_OF_43) {
            text = CprLine.unescaped(decode(bytes, from, to, line));
            Verdict ofText = CprDetector.scan(text);
            verdict = ofText.compareTo(verdict) > 0 ? ofText : verdict;
        }
        if (verdict == Verdict.FOUND) {
            throw BodyRejected.atLine(FeedErrorCode.CPR_NUMBER_FOUND, line);
        }
        boolean well = (flags & NUL) == 0 && parse(bytes, from, to, verdict != Verdict.CLEAR);
        if (hidden || (verdict != Verdict.CLEAR && (pseudonym == null || !CprLine.isSpared(text, pseudonym)))) {
            throw BodyRejected.atLine(FeedErrorCode.CPR_NUMBER_FOUND, line);
        }
        Row row = well ? builder.finish() : null;
        if (row != null) {
            rows.good(row, line);
        } else {
            rows.bad(line, well ? builder.wrong() : RowCode.MALFORMED);
        }
    }

    private static final int HIGH = 1;
    private static final int BACKSLASH = 2;
    private static final int NUL = 4;
    private static final int BLANK = 8;

    private static int flags(byte[] bytes, int from, int to) {
        int all = 0;
        int flags = 0;
        boolean blank = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            all |= b;
            blank &= b == ' ' || b == '\t' || b == '\r';
            if (b == '\\') {
                flags |= BACKSLASH;
            } else if (b == 0) {
                flags |= NUL;
            }
        }
        return flags | (all < 0 ? HIGH : 0) | (blank ? BLANK : 0);
    }

    static String decode(byte[] bytes, int from, int to, long line) throws BodyRejected {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw BodyRejected.atLine(FeedErrorCode.NOT_UTF8, line);
        }
    }

    /** Whether the line is one JSON object whose members are scalars, none of ours twice. */
    private boolean parse(byte[] bytes, int from, int to, boolean keepPseudonym) throws IOException {
        builder.start();
        pseudonym = null;
        hidden = false;
        try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            boolean well = true;
            while (well && parser.nextToken() == JsonToken.FIELD_NAME) {
                well = member(parser, keepPseudonym);
            }
            return well && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }

    private boolean member(JsonParser parser, boolean keepPseudonym) throws IOException {
        Field field = Field.find(parser.currentName());
        JsonToken token = parser.nextToken();
        if (field == null) {
            builder.fail(RowCode.FIELD_UNKNOWN);
            // Nested content of a field that does not belong is passed over; the depth is limited.
            parser.skipChildren();
            return true;
        }
        if (builder.repeated(field)) {
            return false;
        }
        if (token == JsonToken.VALUE_NULL) {
            builder.absent(field);
            return true;
        }
        if (token == JsonToken.VALUE_STRING) {
            text(parser, field, keepPseudonym);
            return true;
        }
        if (field == Field.VALUE && token.isNumeric()) {
            number(parser, token);
            return true;
        }
        builder.fail(field.wrongType());
        parser.skipChildren();
        return true;
    }

    private void text(JsonParser parser, Field field, boolean keepPseudonym) throws IOException {
        if (field == Field.VALUE) {
            String text = parser.getText();
            hidden |= CprLine.isHiddenByExponent(text);
            builder.fail(RowBuilder.isNotFinite(text) ? RowCode.VALUE_NOT_FINITE : RowCode.VALUE_NOT_A_NUMBER);
            return;
        }
        builder.text(field, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (keepPseudonym && field == Field.PSEUDONYM) {
            pseudonym = parser.getText();
        }
    }

    private void number(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            char[] text = parser.getTextCharacters();
            int end = parser.getTextOffset() + parser.getTextLength();
            for (int i = parser.getTextOffset(); i < end; i++) {
                if (text[i] == 'e' || text[i] == 'E') {
                    hidden |= CprLine.isHiddenByExponent(parser.getText());
                }
            }
        }
        builder.number(parser.getDoubleValue());
    }
}
