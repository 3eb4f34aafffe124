package dk.rettidig.guideline;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with the register of guidelines. */
public enum GuidelineErrorCode implements ErrorCode {
    INPUT_INVALID(
            "guideline_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    TITLE_INVALID(
            "guideline_title_invalid",
            422,
            "Skriv retningslinjens titel på én linje, 5 til 200 tegn.",
            "Write the guideline's title on one line, 5 to 200 characters."),
    OWNER_INVALID(
            "guideline_owner_invalid",
            422,
            "Skriv ejeren som en funktion, for eksempel leder af modtagelsen, på én linje, 3 til 100 tegn, uden e-mailadresse. Lad feltet stå tomt, hvis ingen ejer den.",
            "Write the owner as a function, for instance head of intake, on one line, 3 to 100 characters, without an e-mail address. Leave it blank if nobody owns it."),
    EDITION_INVALID(
            "guideline_edition_invalid",
            422,
            "Skriv, hvad retningslinjen selv kalder sin udgave, på én linje, 1 til 40 tegn.",
            "Write what the guideline calls its own edition, on one line, 1 to 40 characters."),
    KEPT_INVALID(
            "guideline_kept_invalid",
            422,
            "Skriv, hvor retningslinjen ligger: en adresse eller en henvisning på én linje, 3 til 300 tegn, aldrig selve teksten.",
            "Write where the guideline is kept: an address or a reference on one line, 3 to 300 characters, never the text itself."),
    POINT_UNKNOWN(
            "guideline_point_unknown",
            422,
            "Vælg mindst ét opmærksomhedspunkt, og kun dem, der står i guideline-points.yaml.",
            "Choose at least one attention point, and only those that stand in guideline-points.yaml."),
    STATE_UNKNOWN(
            "guideline_state_unknown",
            422,
            "Vælg kladde (draft), gældende (in_force) eller udgået (retired).",
            "Choose draft, in_force or retired."),
    DAY_INVALID(
            "guideline_day_invalid",
            422,
            "Skriv dagen som 2026-11-22, fra 2000 til 2100.",
            "Write the day as 2026-11-22, from 2000 to 2100."),
    FROM_MISSING(
            "guideline_from_missing",
            422,
            "En gældende retningslinje gælder fra en dag: skriv den.",
            "A guideline in force is in force from a day: write it."),
    REVIEW_BEFORE_FORCE(
            "guideline_review_before_force",
            422,
            "Revisionsdagen ligger før den dag, retningslinjen gælder fra. Ret en af dem.",
            "The review day lies before the day the guideline is in force from. Correct one of them."),
    DUPLICATE(
            "guideline_duplicate",
            409,
            "Der står allerede en retningslinje med den titel i registret. Ret den, eller giv denne en anden titel.",
            "A guideline of that title is in the register already. Change that one, or give this one another title."),
    CHANGED(
            "guideline_changed",
            412,
            "Der er skrevet i registret her, siden du åbnede det. Intet er gemt: se, hvad der er ændret, og send igen.",
            "The register was written to here since you opened it. Nothing is stored: see what has changed, and send again."),
    PRECONDITION_REQUIRED(
            "guideline_precondition_required",
            428,
            "Send If-Match med den ETag, du læste, så to ikke skriver samtidig.",
            "Send If-Match with the ETag that you read, so that two people do not write at the same time."),
    ANSWER_UNKNOWN(
            "guideline_answer_unknown",
            422,
            "Svar ja (yes), delvist (partly), nej (no) eller ikke relevant (not_relevant).",
            "Answer yes, partly, no or not_relevant."),
    REFERENCE_INVALID(
            "guideline_reference_invalid",
            422,
            "Et ja viser hen til en retningslinje, der står i registret, ikke er udgået og dækker punktet. Ret registret først.",
            "A yes refers to a guideline that is in the register, is not retired and covers the point. Correct the register first."),
    IMPROVEMENT_INVALID(
            "guideline_improvement_invalid",
            422,
            "En dag for forbedring hører til delvist og nej, skrives som 2026-11-22 og er i dag eller senere.",
            "A day for improvement goes with partly and no, is written as 2026-11-22 and is today or later.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    GuidelineErrorCode(String code, int status, String danish, String english) {
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
