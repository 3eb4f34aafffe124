package dk.rettidig.notification;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with a notification. */
public enum NotificationErrorCode implements ErrorCode {
    INPUT_INVALID(
            "notification_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    CHILD_INVALID(
            "notification_child_invalid",
            422,
            "Skriv barnets pseudonym, som arkivet viser det: 43 tegn. Et barn uden cpr-nummer får et lokalt id i arkivet.",
            "Write the child's pseudonym as the vault shows it: 43 characters. A child without a CPR number gets a local id in the vault."),
    RECEIVED_INVALID(
            "notification_received_invalid",
            422,
            "Skriv dag og klokkeslæt, hvor underretningen kom: tidligst for 30 dage siden og ikke i fremtiden.",
            "Write the day and time at which the notification arrived: at most 30 days ago and not in the future."),
    BORN_INVALID(
            "notification_born_invalid",
            422,
            "Barnets fødselsdag skal ligge før underretningen og højst 18 år før. Er barnet ikke født, så vælg ufødt.",
            "The child's birthday must lie before the notification and at most 18 years before. If it is not born yet, choose unborn."),
    AGE_MISSING("notification_age_missing", 422, "Vælg barnets aldersgruppe.", "Choose the child's age band."),
    SEX_UNKNOWN(
            "notification_sex_unknown",
            422,
            "Vælg pige eller dreng. Er barnets køn ikke oplyst, så lad feltet stå.",
            "Choose girl or boy. Leave the field as it is where the child's sex is not stated."),
    SEX_OF_UNBORN(
            "notification_sex_of_unborn",
            422,
            "Et ufødt barn står uden køn. Lad feltet stå som ikke oplyst, eller vælg en anden alder.",
            "An unborn child stands without a sex. Leave the field as not stated, or choose another age."),
    NOTIFIER_UNKNOWN(
            "notification_notifier_unknown",
            422,
            "Vælg en underrettergruppe fra listen.",
            "Choose a notifier group of the list."),
    CAUSE_UNKNOWN(
            "notification_cause_unknown",
            422,
            "Vælg mindst én årsag fra listen, og ingen anden.",
            "Choose at least one cause of the list, and none that is not in it."),
    MARK_UNKNOWN("notification_mark_unknown", 422, "Vælg mærker fra listen.", "Choose marks of the list."),
    ALREADY_REGISTERED(
            "notification_already_registered",
            409,
            "Den samme underretning er registreret: samme barn, samme underrettergruppe, samme tidspunkt. Åbn den i stedet.",
            "The same notification is registered: same child, same notifier group, same moment. Open that one instead."),
    STEP_UNKNOWN("notification_step_unknown", 422, "Vælg, hvad der er gjort.", "Choose what was done."),
    RESULT_UNKNOWN(
            "notification_result_unknown",
            422,
            "Vælg et af resultaterne for det, der er gjort.",
            "Choose one of the results of what was done."),
    HAPPENED_INVALID(
            "notification_happened_invalid",
            422,
            "Tidspunktet skal ligge efter modtagelsen og ikke i fremtiden.",
            "The moment must lie after the receipt and not in the future."),
    STEP_DONE(
            "notification_step_done",
            409,
            "Det er allerede skrevet, at det er gjort. Åbn underretningen igen.",
            "It is written already that this was done. Open the notification again."),
    STEP_NOT_DEMANDED(
            "notification_step_not_demanded",
            409,
            "Underretningen kræver ikke dette.",
            "The notification does not demand this."),
    RISK_FIRST(
            "notification_risk_first",
            409,
            "Lav risikovurderingen, før forældrene kontaktes (BL § 18, stk. 3).",
            "Make the risk assessment before the parents are contacted (BL § 18(3))."),
    TALK_ALONE(
            "notification_talk_alone",
            409,
            "Ved overgreb fra forældrene skal samtalen holdes uden dem (BL § 137, stk. 3).",
            "Where parents are said to have abused the child, the talk must be held without them (BL § 137(3))."),
    NEW_PERSON_DEMANDED(
            "notification_new_person_demanded",
            409,
            "Genvurderingen kræver en, der ikke har behandlet sagen (BL § 137, stk. 1). Bed en kollega.",
            "The reassessment needs somebody who has not handled the case (BL § 137(1)). Ask a colleague."),
    DUTIES_OPEN(
            "notification_duties_open",
            409,
            "Screeningen kan ikke afsluttes, før vurdering, risikovurdering, samtale og genvurdering er gjort, hvor loven kræver dem. Skriv først dem, der mangler.",
            "The screening cannot be concluded before assessment, risk assessment, talk and reassessment are done where the law demands them. Write down first those that are left."),
    OTHER_CHILD(
            "notification_other_child",
            409,
            "De to underretninger handler ikke om samme barn og kan ikke samles.",
            "The two notifications are not about the same child and cannot be joined."),
    NOT_JOINED(
            "notification_not_joined",
            409,
            "Underretningen er alene om hændelsen eller er dens første. Tag de andre ud i stedet.",
            "The notification is alone in its incident or is its first. Take the others out instead."),
    OTHER_UNKNOWN(
            "notification_other_unknown",
            422,
            "Skriv adressen eller nummeret på en underretning, der er registreret her.",
            "Write the address or the id of a notification that is registered here."),
    SAME_CHILD(
            "notification_same_child",
            409,
            "De to underretninger handler om samme barn. Børn af én husstand er flere børn.",
            "The two notifications are about the same child. Children of one household are several children."),
    CHILDREN_LINKED(
            "notification_children_linked",
            409,
            "De to børn står allerede i samme husstand.",
            "The two children are put to one household already."),
    ROSTER_PERSON_INVALID(
            "roster_person_invalid",
            422,
            "Skriv det navn, personen er kendt under her. Aldrig et cpr-nummer.",
            "Write the name under which the person is known here. Never a CPR number."),
    ROSTER_PERIOD_INVALID(
            "roster_period_invalid",
            422,
            "Skriv dag og klokkeslæt. Vagten skal slutte, efter at den begynder, og ikke være forbi.",
            "Write day and time. The period must end after it begins, and must not be over."),
    ROSTER_OVERLAPS(
            "roster_overlaps",
            409,
            "En anden vagt dækker noget af tiden. Fjern den først, eller vælg andre tider.",
            "Another period covers some of the time. Remove it first, or choose other times."),
    CHANGED(
            "notification_changed",
            412,
            "Underretningen er ændret, siden du åbnede den. Åbn den igen, og se hvad der er sket.",
            "The notification has changed since you opened it. Open it again and see what happened."),
    PRECONDITION_REQUIRED(
            "notification_precondition_required",
            428,
            "Send If-Match med den ETag, du læste, så to ikke skriver samtidig.",
            "Send If-Match with the ETag that you read, so that two people do not write at the same time.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    NotificationErrorCode(String code, int status, String danish, String english) {
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
