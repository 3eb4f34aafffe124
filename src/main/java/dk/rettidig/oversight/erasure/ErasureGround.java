package dk.rettidig.oversight.erasure;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why everything about a child is to be erased: grounds of GDPR article 17(1). Withdrawn consent (17(1)(b)) is none here, because
 * consent is no basis between authority and family.
 */
public enum ErasureGround {
    /** 17(1)(d): the data were processed unlawfully. */
    UNLAWFUL("unlawful", "Behandlet uden hjemmel", "Processed without a legal basis", "17(1)(d)"),
    /** 17(1)(a): the data are not necessary any more for what they were collected for. */
    NO_LONGER_NEEDED("no_longer_needed", "Ikke længere nødvendige", "No longer needed", "17(1)(a)"),
    /** 17(1)(c): somebody objected, and the municipality upheld it. */
    OBJECTION_UPHELD("objection_upheld", "Indsigelse taget til følge", "Objection upheld", "17(1)(c)"),
    /** 17(1)(e): a law or a decision demands it. */
    LEGAL_OBLIGATION(
            "legal_obligation", "En lov eller en afgørelse kræver det", "A law or a decision demands it", "17(1)(e)");

    private final String id;
    private final String danish;
    private final String english;
    private final String citation;

    ErasureGround(String id, String danish, String english, String citation) {
        this.id = id;
        this.danish = danish;
        this.english = english;
        this.citation = citation;
    }

    /** The word in entries, rows and JSON. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public String text(Language language) {
        return language.choose(danish, english);
    }

    /** The point of article 17. */
    public String citation() {
        return "GDPR art. " + citation;
    }

    /** Parses the word. */
    public static Optional<ErasureGround> parse(String id) {
        return Arrays.stream(values()).filter(ground -> ground.id.equals(id)).findFirst();
    }
}
