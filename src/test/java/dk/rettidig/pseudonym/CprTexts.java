package dk.rettidig.pseudonym;

import java.util.List;
import java.util.stream.Stream;

/** The table of the rule "ten digits that could be a CPR number" (dates that no calendar has; form only). */
public final class CprTexts {

    private CprTexts() {}

    /** Texts with a possible number, in ASCII. */
    public static List<String> possible() {
        return List.of(
                "3102901234",
                "310290-1234",
                "3102991234",
                "9102311234",
                "910290-1234",
                "a3102901234b",
                "x-310290-1234-5",
                "5-3102901234",
                "0.3102901234",
                "310290-1234 310290-123",
                "123456 3102901234",
                "{\"3102901234\":1}");
    }

    /** Texts without. */
    public static List<String> impossible() {
        return List.of(
                "",
                "310290123",
                "31029012345",
                "31029-01234",
                "310290-12345",
                "1310290-1234",
                "0001901234",
                "3201901234",
                "6001901234",
                "9201901234",
                "0113901234",
                "0100901234",
                "0000000000",
                "9999999999",
                "2026-11-22T10:00:00Z");
    }

    /** The possible ones in other scripts and with other dashes, as people and programs hide them. */
    public static Stream<String> disguised() {
        return Stream.of(
                "\uFF13\uFF11\uFF10\uFF12\uFF19\uFF10\uFF11\uFF12\uFF13\uFF14",
                "310290\u20131234",
                "310290\u22121234",
                "31\u200B02901234",
                "\u0663\u0661\u0660\u0662\u0669\u0660\u0661\u0662\u0663\u0664");
    }
}
