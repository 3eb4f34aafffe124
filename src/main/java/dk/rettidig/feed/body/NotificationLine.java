package dk.rettidig.feed.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.RowCode;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.CprDetector.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of NDJSON that is a notification: looked at for CPR numbers as bytes and as text, then parsed strictly (RFC 8259). */
final class NotificationLine implements LineSink {

    /** Texts, one of which may be true or false, and lists of texts. */
    private static final Set<String> FIELDS = Set.of(
            "notification",
            "pseudonym",
            "received_at",
            "notifier",
            "anonymous",
            "causes",
            "marks",
            "born",
            "age",
            "sex",
            "letter",
            "incident",
            "household");

    private static final Set<String> LISTS = Set.of("causes", "marks");

    /** More than either list of codes has. */
    private static final int LONGEST_LIST = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(2).build())
            .build();

    private final NotificationForm form;
    private final NotificationStream rows;

    NotificationLine(RowRules rules, NotificationStream rows) {
        this.form = new NotificationForm(rules);
        this.rows = rows;
    }

    /** What was read of a line, by field; a line that is no row is {@code broken}. */
    private static final class Members {
        private final Map<String, List<String>> values = new HashMap<>();
        private Optional<RowCode> broken = Optional.empty();
        private boolean hidden;

        void broken(RowCode code) {
            broken = broken.filter(before -> before.compareTo(code) < 0).or(() -> Optional.of(code));
        }
    }

    @Override
    public void tooLong(long line) {
        rows.bad(line, RowCode.TOO_LONG);
    }

    @Override
    public void take(byte[] bytes, int from, int to, long line) throws IOException, BodyRejected {
        String raw = NdjsonLine.decode(bytes, from, to, line);
        if (raw.isBlank()) {
            return;
        }
        String text = CprLine.unescaped(raw);
        Verdict verdict = CprDetector.scan(text);
        Members members = raw.indexOf('\0') >= 0 ? malformed() : members(raw);
        boolean spared = verdict == Verdict.CLEAR
                || (verdict == Verdict.IN_WORD_OF_43 && CprLine.isSpared(text, only(members, "pseudonym")));
        if (!spared || members.hidden) {
            throw BodyRejected.atLine(FeedErrorCode.CPR_NUMBER_FOUND, line);
        }
        if (members.broken.isPresent()) {
            rows.bad(line, members.broken.get());
        } else {
            form.read(members.values, line, rows);
        }
    }

    private static String only(Members members, String field) {
        return members.values.getOrDefault(field, List.of("")).getFirst();
    }

    private static Members malformed() {
        Members members = new Members();
        members.broken(RowCode.MALFORMED);
        return members;
    }

    private static Members members(String line) throws IOException {
        Members members = new Members();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                members.broken(RowCode.MALFORMED);
                return members;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser, members);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                members.broken(RowCode.MALFORMED);
            }
        } catch (JsonProcessingException malformed) {
            members.broken(RowCode.MALFORMED);
        }
        return members;
    }

    private static void member(JsonParser parser, Members members) throws IOException {
        String field = parser.currentName();
        JsonToken token = parser.nextToken();
        if (!FIELDS.contains(field)) {
            members.broken(RowCode.FIELD_UNKNOWN);
            number(parser, token, members);
            parser.skipChildren();
            return;
        }
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        boolean list = LISTS.contains(field);
        List<String> value = List.of();
        if (list && token == JsonToken.START_ARRAY) {
            value = list(parser, members);
        } else if (!list && !field.equals("anonymous") && token == JsonToken.VALUE_STRING) {
            value = List.of(parser.getText());
        } else if (field.equals("anonymous") && token.isBoolean()) {
            value = List.of(parser.getText());
        } else {
            members.broken(RowCode.MALFORMED);
            number(parser, token, members);
            parser.skipChildren();
        }
        if (members.values.put(field, value) != null) {
            members.broken(RowCode.MALFORMED);
        }
    }

    private static List<String> list(JsonParser parser, Members members) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING && texts.size() <= LONGEST_LIST) {
            texts.add(parser.getText());
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            members.broken(RowCode.MALFORMED);
            while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                number(parser, parser.currentToken(), members);
                parser.skipChildren();
                parser.nextToken();
            }
        }
        return texts;
    }

    /** No field is a number; one that could be a CPR number behind its exponent ends the delivery all the same. */
    private static void number(JsonParser parser, JsonToken token, Members members) throws IOException {
        if (token.isNumeric()) {
            members.hidden |= CprLine.isHiddenByExponent(parser.getText());
        }
    }
}
