package dk.rettidig.review;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong on the reader's way. */
public enum ReviewErrorCode implements ErrorCode {
    VIEW_NOT_SEALED(
            "view_not_sealed",
            403,
            "Skriv og lås din egen faglige vurdering først. Derefter kan du se beregningen og konkludere.",
            "Write and seal your own professional view first. After that you can see the calculation and conclude."),
    VIEW_ALREADY_SEALED(
            "review_view_already_sealed",
            409,
            "Din vurdering af markeringen er allerede låst og kan ikke ændres.",
            "Your view of the flag is sealed already and cannot be changed."),
    FLAG_GONE(
            "review_flag_gone",
            410,
            "Markeringen er udløbet eller trukket tilbage, og dens indhold er slettet. Du skal ikke gøre mere.",
            "The flag has expired or was withdrawn, and its content is erased. There is nothing more for you to do."),
    FLAG_ENDED(
            "review_flag_ended",
            409,
            "Markeringen er afsluttet, så der kan ikke ske mere med den. Åbn den igen, og se hvad der er sket.",
            "The flag has ended, so nothing more can happen to it. Open it again and see what happened."),
    FLAG_NOT_OPENED(
            "review_flag_not_opened",
            409,
            "Læs oplysningerne først. Derefter kan du låse din vurdering.",
            "Read the facts first. After that you can seal your view."),
    FLAG_CHANGED(
            "review_flag_changed",
            412,
            "Markeringen er ændret, siden du åbnede den. Åbn den igen, og se hvad der er sket.",
            "The flag has changed since you opened it. Open it again and see what happened."),
    PRECONDITION_REQUIRED(
            "review_precondition_required",
            428,
            "Send If-Match med den ETag, du læste, så to ikke konkluderer samtidig.",
            "Send If-Match with the ETag that you read, so that two people do not conclude at the same time."),
    INPUT_INVALID(
            "review_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    CHOICE_MISSING("review_choice_missing", 422, "Vælg en af mulighederne.", "Choose one of the options."),
    DATE_INVALID(
            "review_date_invalid",
            422,
            "Skriv en dato, der findes, for eksempel 3 11 2026.",
            "Write a date that exists, for instance 3 11 2026."),
    DATE_IN_FUTURE(
            "review_date_in_future",
            422,
            "Datoen ligger i fremtiden. Skriv dagen, hvor kommunen blev opmærksom på barnet.",
            "The date lies in the future. Write the day on which the municipality became aware of the child."),
    DATE_TOO_OLD(
            "review_date_too_old",
            422,
            "Datoen ligger mere end 18 år tilbage. Tjek årstallet.",
            "The date lies more than 18 years back. Check the year."),
    INDICATOR_UNKNOWN(
            "review_indicator_unknown",
            422,
            "Vælg den oplysning, der er forkert, blandt markeringens oplysninger.",
            "Choose the fact that is wrong among the flag's facts."),
    PURPOSE_OTHER(
            "review_purpose_other",
            422,
            "Formålet skal være child_support: børns oplysninger behandles kun for at støtte barnet.",
            "The purpose must be child_support: children's data are processed only in support of the child."),
    NAME_INVALID(
            "review_name_invalid",
            422,
            "Skriv det navn, personen logger ind med: 1 til 255 tegn, intet cpr-nummer.",
            "Write the name with which the person signs in: 1 to 255 characters, no CPR number."),
    PERIOD_INVALID(
            "review_period_invalid",
            422,
            "Perioden begynder tidligst i dag, inden for 90 dage, og varer højst 30 dage.",
            "The period begins today at the earliest, within 90 days, and lasts 30 days at most.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ReviewErrorCode(String code, int status, String danish, String english) {
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
