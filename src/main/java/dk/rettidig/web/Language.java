package dk.rettidig.web;

import java.util.List;
import java.util.Locale;

/** The language of pages and problems: Danish first, English for those who ask for it. */
public enum Language {
    DANISH("da"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The text of this language. */
    public String choose(String danish, String english) {
        return this == DANISH ? danish : english;
    }

    /** The language for what a caller accepts (RFC 9110 section 12.5.4), in order of preference. */
    public static Language of(List<Locale> acceptable) {
        for (Locale locale : acceptable) {
            switch (locale.getLanguage()) {
                case "da", "nb", "nn", "no" -> {
                    return DANISH;
                }
                case "en" -> {
                    return ENGLISH;
                }
                default -> {}
            }
        }
        return DANISH;
    }
}
