package dk.rettidig.notification.discussion;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with discussions of figures. */
public enum DiscussionErrorCode implements ErrorCode {
    INPUT_INVALID(
            "discussion_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    FIGURE_UNKNOWN(
            "discussion_figure_unknown",
            422,
            "Vælg et tal, der er offentliggjort.",
            "Choose a figure that is published."),
    KIND_UNKNOWN(
            "discussion_kind_unknown",
            422,
            "Vælg, hvad der skal gøres: duty, early_signs, meeting eller other.",
            "Choose what is to be done: duty, early_signs, meeting or other."),
    NOTIFIER_UNKNOWN(
            "discussion_notifier_unknown",
            422,
            "Vælg en gruppe af underrettere fra kodelisten.",
            "Choose a group of notifiers from the code list."),
    TEXT_INVALID(
            "discussion_text_invalid",
            422,
            "Skriv 2 til 200 tegn uden cpr-numre.",
            "Write 2 to 200 characters without CPR numbers."),
    NOTE_MISSING(
            "discussion_note_missing",
            422,
            "Skriv, hvad der er aftalt, når det er andet.",
            "Write what was agreed when it is other."),
    DAY_INVALID(
            "discussion_day_invalid",
            422,
            "Skriv en dag som 2026-11-23. Fristen kan ikke være passeret, og det, der er sket, kan ikke ligge i fremtiden.",
            "Write a day like 2026-11-23. What is planned cannot be in the past, and what happened cannot be in the future."),
    OUTCOME_UNKNOWN("discussion_outcome_unknown", 422, "Vælg done eller given_up.", "Choose done or given_up."),
    ACTION_ENDED(
            "discussion_action_ended",
            409,
            "Handlingen er allerede afsluttet. Læs siden igen.",
            "The action has ended already. Read the page again.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    DiscussionErrorCode(String code, int status, String danish, String english) {
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
