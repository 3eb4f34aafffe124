package dk.rettidig.casefile.supervision;

import dk.rettidig.fault.ErrorCode;

/** What can be wrong with a round of supervision. */
public enum SupervisionErrorCode implements ErrorCode {
    INPUT_INVALID(
            "supervision_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges; errors siger hvilke felter. Intet er sket.",
            "Something is missing or cannot be used; errors says which fields. Nothing has happened."),
    CHOICE_UNKNOWN("supervision_choice_unknown", 422, "Vælg en af mulighederne.", "Choose one of the options."),
    FRAME_UNREADABLE(
            "supervision_frame_unreadable",
            422,
            "Rammen er CSV i UTF-8 med overskriften case_reference og eventuelt handler og højst 100.000 sager.",
            "The frame is CSV in UTF-8 with the heading case_reference and optionally handler, and at most 100,000 cases."),
    REFERENCE_INVALID(
            "supervision_reference_invalid",
            422,
            "Linjens sagsnummer kan ikke bruges: 3 til 40 bogstaver, cifre, punktummer, skråstreger og bindestreger, aldrig et CPR-nummer.",
            "The line's case number cannot be used: 3 to 40 letters, digits, points, slashes and hyphens, never a CPR number."),
    REFERENCE_TWICE(
            "supervision_reference_twice",
            422,
            "Sagen står to gange i rammen. Hver sag står der én gang.",
            "The case stands twice in the frame. Each case stands there once."),
    SAMPLE_INVALID(
            "supervision_sample_invalid",
            422,
            "Stikprøven er et helt tal fra 1 til antallet af sager i rammen.",
            "The sample is a whole number from 1 to the number of cases in the frame."),
    FRAME_EMPTY(
            "supervision_frame_empty",
            422,
            "Der er ingen sager at trække fra: ingen leverede sager er af den slags i dag.",
            "There are no cases to draw from: none that was delivered is of that kind today."),
    OPENS_INVALID(
            "supervision_opens_invalid",
            422,
            "Vælg et tidspunkt mindst en time og højst 90 dage frem. Programmer skriver det som 2026-12-01T12:00:00Z.",
            "Choose a moment at least an hour and at most 90 days ahead. Programs write it as 2026-12-01T12:00:00Z."),
    PLAN_INVALID(
            "supervision_figure_invalid",
            422,
            "Brug tal: population 1 til 2000000, half_width over 0 og højst 0.5, expected 0 til 1, confidence over 0.5 og under 1.",
            "Use numbers: population 1 to 2000000, half_width above 0 and at most 0.5, expected 0 to 1, confidence above 0.5 and below 1."),
    POPULATION_INVALID(
            "supervision_population_invalid",
            422,
            "Skriv, hvor mange sager der er: et helt tal fra 1 til 2.000.000.",
            "Write how many cases there are: a whole number from 1 to 2,000,000."),
    HALF_WIDTH_INVALID(
            "supervision_half_width_invalid",
            422,
            "Skriv nøjagtigheden i procentpoint: fra 0,1 til 50.",
            "Write the precision in percentage points: from 0.1 to 50."),
    EXPECTED_INVALID(
            "supervision_expected_invalid",
            422,
            "Skriv den ventede andel i procent: fra 0 til 100. Brug 50, når ingen ved det.",
            "Write the expected share in percent: from 0 to 100. Use 50 when nobody knows."),
    ANSWER_MISSING(
            "supervision_answer_missing",
            422,
            "Hver regel skal have præcis ét svar: yes, no, not_applicable eller undecidable.",
            "Each rule needs exactly one answer: yes, no, not_applicable or undecidable."),
    RULE_UNKNOWN(
            "supervision_rule_unknown",
            422,
            "Reglen står ikke i supervision-rules.yaml.",
            "The rule is not in supervision-rules.yaml."),
    DAY_INVALID(
            "supervision_day_invalid",
            422,
            "Dagen skrives som 2026-11-22 og er i dag eller senere.",
            "The day is written as 2026-11-22 and is today or later."),
    FUNCTION_INVALID(
            "supervision_function_invalid",
            422,
            "Skriv den funktion, der gør det, med 3 til 100 tegn, for eksempel faglig leder. Intet navn, intet CPR-nummer.",
            "Write the function that does it in 3 to 100 characters, for instance team leader. No name, no CPR number."),
    NAMES_CASE(
            "supervision_names_case",
            422,
            "Teksten nævner en sag, der er trukket, eller en, der har gennemgået. Planen læses af flere: skriv uden.",
            "The text names a drawn case or a reviewer. The plan is read by others: write without."),
    NOT_REVIEWED(
            "supervision_not_reviewed",
            409,
            "Ikke alle udtrukne sager er gennemgået af to. Pakken laves af det færdige resultat.",
            "Two have not reviewed every drawn case yet. The package is made of the finished result."),
    NOT_DRAWN("supervision_not_drawn", 409, "Der er ikke trukket lod endnu.", "The cases have not been drawn yet."),
    OWN_CASE(
            "supervision_own_case",
            409,
            "Du har selv sagen, så en anden skal gennemgå den.",
            "You handle the case yourself, so another person must review it."),
    REVIEWED(
            "supervision_reviewed",
            409,
            "Sagen er gennemgået af dig eller af to andre. Et svar kan ikke ændres, når det er afgivet.",
            "The case was reviewed by you or by two others. An answer cannot be changed once it is given."),
    PLAN_STANDS(
            "supervision_plan_stands",
            409,
            "Der er allerede en plan for reglen i denne runde; næste runde viser, om den hjalp.",
            "There is a plan for the rule in this round already; the next round shows whether it helped."),
    STORE_UNAVAILABLE(
            "supervision_store_unavailable",
            503,
            "Tilsynet kan ikke nås lige nu. Intet er sket. Prøv igen om lidt.",
            "The supervision cannot be reached at the moment. Nothing has happened. Try again in a little while.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    SupervisionErrorCode(String code, int status, String danish, String english) {
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
