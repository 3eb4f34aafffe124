package dk.rettidig.oversight.extract;

import java.util.Arrays;
import java.util.Optional;

/** Why an entry is not given out; the list is closed. Decisive private interests, the child's own too: databeskyttelsesloven § 22(1). */
public enum WithholdingGround {
    /** A talk with the child was held without the parents' knowledge. */
    CHILD_TALK_WITHOUT_PARENTS(
            "child_talk_without_parents",
            "Samtale med barnet uden forældrene",
            "A talk with the child without the parents",
            "barnets lov §§ 5(3), 137(2)-(3)"),
    /** Whoever asks could use it in an honour-related conflict. */
    HONOUR_CONFLICT(
            "honour_conflict",
            "Æresrelateret konflikt eller negativ social kontrol",
            "Honour-related conflict or negative social control",
            "barnets lov § 18(3)"),
    /** It is about the other parent. */
    OTHER_PARENTS_DATA(
            "other_parents_data", "Oplysninger om den anden forælder", "The other parent's data", "GDPR 15(4)"),
    /** It could reveal who notified the municipality. */
    NOTIFIER("notifier", "Hvem der underrettede", "Who notified", "databeskyttelsesloven § 22(1); GDPR 15(4)"),
    /** It could lead to a protected address. */
    PROTECTED_ADDRESS("protected_address", "Beskyttet adresse", "Protected address", "CPR-loven § 28");

    private final String id;
    private final String danish;
    private final String english;
    private final String citation;

    WithholdingGround(String id, String danish, String english, String citation) {
        this.id = id;
        this.danish = danish;
        this.english = english;
        this.citation = citation;
    }

    /** The word in rows and JSON. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public Text text() {
        return new Text(danish, english);
    }

    /** What the ground rests on. */
    public String citation() {
        return citation;
    }

    /** Parses the word. */
    public static Optional<WithholdingGround> parse(String id) {
        return Arrays.stream(values()).filter(ground -> ground.id.equals(id)).findFirst();
    }
}
