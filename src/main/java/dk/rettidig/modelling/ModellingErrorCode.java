package dk.rettidig.modelling;

import dk.rettidig.fault.ErrorCode;

/** Why a model is not trained. */
public enum ModellingErrorCode implements ErrorCode {
    SETTINGS_MALFORMED(
            "modelling_settings_malformed",
            400,
            "Indstillingerne til træning kan ikke læses. Ret det nævnte felt eller den nævnte linje.",
            "The training settings cannot be read. Correct the field or line that is named."),
    TARGET_REFUSED(
            "modelling_target_refused",
            403,
            "En model trænes kun på, om en undersøgelse fandt behov for støtte inden for seks måneder. Underrettet igen, anbragt og ingen registreret indsats måler noget andet end behov.",
            "A model is trained only for whether an assessment found need for support within six months. Notified again, placed and no registered measure measure something else than need."),
    INDICATOR_REFUSED(
            "modelling_indicator_refused",
            403,
            "En indikator er ukendt, spærret, slået fra eller forbudt. Fjern den fra indstillingerne.",
            "An indicator is unknown, blocked, disabled or forbidden. Remove it from the settings."),
    SPLIT_IN_TIME(
            "modelling_split_in_time",
            400,
            "Prøvedata skal ligge mindst seks måneder efter træningsdata, så alle svar var kendt. Flyt datoen.",
            "The test data must lie at least six months after the training data, so that every outcome was known. Move the date."),
    TOO_FEW(
            "modelling_too_few",
            422,
            "Der er for få børn, eller kun ét udfald, i en del af data. Brug flere data.",
            "There are too few children, or only one outcome, in a part of the data. Use more data."),
    NOTHING_LEARNED(
            "modelling_nothing_learned",
            422,
            "Ingen indikator viste en målbar gevinst i den angivne retning. Der er ingen model at frigive.",
            "No indicator showed a measurable gain in its declared direction. There is no model to release."),
    NOT_WRITTEN(
            "modelling_not_written",
            500,
            "Modellen kunne ikke skrives. Se efter plads og rettigheder i mappen.",
            "The model could not be written. Check space and permissions of the directory.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ModellingErrorCode(String code, int status, String danish, String english) {
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
