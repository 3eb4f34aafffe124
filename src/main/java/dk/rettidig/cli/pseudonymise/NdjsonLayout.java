package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object a line.
 *
 * @param column the member that holds the number
 */
record NdjsonLayout(String column) implements Layout {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * A member of the top level.
     *
     * @param nameAt where the name's opening quote is
     * @param valueAt where the value begins
     */
    record Member(String name, int nameAt, int valueAt, JsonToken token) {}

    @Override
    public int delimiter() {
        return RecordReader.LINES;
    }

    @Override
    public Row read(byte[] record, long line, boolean first) {
        int skipped = first ? ByteOrderMark.length(record) : 0;
        if (isBlank(record, skipped)) {
            return new Row.Kept(record);
        }
        List<Member> members;
        try {
            members = members(record, skipped);
        } catch (IOException malformed) {
            return new Row.Bad(line, RowProblem.JSON_MALFORMED);
        }
        List<Member> named =
                members.stream().filter(each -> each.name().equals(column)).toList();
        if (named.size() != 1) {
            return new Row.Bad(line, named.isEmpty() ? RowProblem.CPR_MISSING : RowProblem.CPR_TWICE);
        }
        if (!column.equals(PSEUDONYM)
                && members.stream().anyMatch(each -> each.name().equals(PSEUDONYM))) {
            return new Row.Bad(line, RowProblem.PSEUDONYM_PRESENT);
        }
        return cut(record, line, named.get(0));
    }

    @Override
    public Optional<String> text(byte[] record, boolean first, String named) {
        int skipped = first ? ByteOrderMark.length(record) : 0;
        try (JsonParser parser = JSON.createParser(record, skipped, record.length - skipped)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(named);
                JsonToken token = parser.nextToken();
                if (wanted) {
                    return Optional.ofNullable(token == JsonToken.VALUE_STRING ? parser.getText() : null);
                }
                parser.skipChildren();
            }
        } catch (IOException malformed) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Row cut(byte[] record, long line, Member member) {
        if (member.token() == JsonToken.VALUE_NULL) {
            return new Row.Bad(line, RowProblem.CPR_EMPTY);
        }
        if (member.token() != JsonToken.VALUE_STRING) {
            return new Row.Bad(line, RowProblem.CPR_NOT_TEXT);
        }
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        int nameFrom = member.nameAt() + 1;
        int nameTo = endOfString(record, nameFrom);
        int from = member.valueAt() + 1;
        before.write(record, 0, nameFrom);
        before.writeBytes(PSEUDONYM.getBytes(StandardCharsets.US_ASCII));
        before.write(record, nameTo, from - nameTo);
        return Layout.cut(record, line, before.toByteArray(), from, endOfString(record, from));
    }

    private static int endOfString(byte[] record, int from) {
        int at = from;
        while (record[at] != '"') {
            at += record[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private static boolean isBlank(byte[] record, int skipped) {
        for (int i = skipped; i < record.length; i++) {
            if (record[i] != ' ' && record[i] != '\t' && record[i] != '\r' && record[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** The members of the one object on the line. */
    static List<Member> members(byte[] record, int skipped) throws IOException {
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(record, skipped, record.length - skipped)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int nameAt = skipped + (int) parser.currentTokenLocation().getByteOffset();
                JsonToken token = parser.nextToken();
                int valueAt = skipped + (int) parser.currentTokenLocation().getByteOffset();
                members.add(new Member(name, nameAt, valueAt, token));
                parser.skipChildren();
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("more than an object");
            }
        }
        return members;
    }

    @Override
    public String columnAt(byte[] record, int at) {
        String found = "?";
        try {
            for (Member member : members(record, ByteOrderMark.length(record))) {
                found = member.nameAt() <= at ? member.name() : found;
            }
        } catch (IOException malformed) {
            return found;
        }
        return found;
    }
}
