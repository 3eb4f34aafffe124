package dk.rettidig.text;

import dk.rettidig.fault.ErrorCode;

/** What keeps a text from being kept. */
public enum TextErrorCode implements ErrorCode {
    TEXT_TOO_SHORT(
            "text_too_short",
            422,
            "Skriv en begrundelse på mindst 20 tegn.",
            "Write a justification of at least 20 characters."),
    TEXT_TOO_LONG("text_too_long", 422, "Skriv højst 4.000 tegn.", "Write at most 4,000 characters."),
    TEXT_HAS_CPR(
            "text_has_cpr",
            422,
            "Teksten ser ud til at indeholde et cpr-nummer. Fjern det. Intet af teksten er gemt.",
            "The text seems to contain a CPR number. Remove it. Nothing of the text is stored."),
    JOURNAL_NUMBER_INVALID(
            "journal_number_invalid",
            422,
            "Skriv sagens journalnummer: bogstaver, tal, punktum, bindestreg og skråstreg, 3 til 40 tegn.",
            "Write the journal number of the case: letters, digits, full stop, hyphen and slash, 3 to 40 characters.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    TextErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
