package dk.rettidig.scoring;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong when values are read or scored. */
public enum ScoringErrorCode implements ErrorCode {
    FUTURE_KNOWLEDGE(
            "scoring_future_knowledge",
            422,
            "Data til træning indeholder oplysninger, der først blev kendt efter opgørelsesdagen. Træk data, som de var kendt den dag.",
            "The training data contain facts that became known after the as-of day. Draw the data as they were known that day."),
    INPUT_MISMATCH(
            "scoring_input_mismatch",
            500,
            "Værdierne passer ikke til modellens indikatorer. Læs dem med modellens egen indlæser.",
            "The values do not fit the model's indicators. Read them with the model's own reader.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ScoringErrorCode(String code, int status, String danish, String english) {
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
