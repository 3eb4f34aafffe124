package dk.rettidig.gate;

import java.util.ArrayList;
import java.util.List;

/** Cuts a Cedar text into its statements at each {@code ;} outside strings and {@code //} comments. */
final class CedarText {

    private CedarText() {}

    /**
     * One statement.
     *
     * @param line where it begins, from 1, after blank lines and comments
     * @param text from its first character to its semicolon
     */
    record Statement(int line, String text) {}

    /** The statements; a rest without semicolon is a statement too, so that its syntax error is found. */
    static List<Statement> statements(String text) {
        List<Statement> statements = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '"') {
                at = endOfString(text, at);
            } else if (text.startsWith("//", at)) {
                at = endOfLine(text, at);
            } else if (here == ';') {
                add(statements, text, start, at + 1);
                start = at + 1;
                at++;
            } else {
                at++;
            }
        }
        add(statements, text, start, text.length());
        return statements;
    }

    private static void add(List<Statement> statements, String text, int start, int end) {
        int first = firstWord(text, start, end);
        if (first < end) {
            int line = 1
                    + (int) text.substring(0, first)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new Statement(line, text.substring(first, end)));
        }
    }

    private static int firstWord(String text, int start, int end) {
        int at = start;
        while (at < end) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOfLine(text, at);
            } else {
                return at;
            }
        }
        return end;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static int endOfString(String text, int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }
}
