package dk.rettidig.followup;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with a follow-up. */
public enum FollowUpErrorCode implements ErrorCode {
    INPUT_INVALID(
            "follow_up_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    CODE_UNKNOWN(
            "follow_up_code_unknown",
            422,
            "Vælg, hvad der er sket, fra listen.",
            "Choose what happened from the list."),
    MOVED_TO_MISSING(
            "follow_up_moved_to_missing",
            422,
            "Skriv, hvor barnet flytter hen. Ved I det ikke endnu, så find adressen i folkeregistret, og vælg imens, at opfølgningen er ved at blive behandlet: så kommer barnet tilbage på listen.",
            "Write where the child moves. If you do not know yet, look the address up in the population register and choose for now that the follow-up is being handled: then the child comes back on the list."),
    MOVED_TO_INVALID(
            "follow_up_moved_to_invalid",
            422,
            "Vælg en anden kommune end jeres egen fra listen, eller at barnet flytter ud af Danmark.",
            "Choose another municipality than your own from the list, or that the child moves out of Denmark."),
    NOT_OPEN(
            "follow_up_not_open",
            409,
            "Barnet er ikke på listen: opfølgningen er afsluttet, eller en støttende indsats er registreret. Åbn den igen, og se hvad der er sket.",
            "The child is not on the list: the follow-up is closed, or a measure is registered. Open it again and see what happened."),
    CHANGED(
            "follow_up_changed",
            412,
            "Opfølgningen er ændret, siden du åbnede den. Åbn den igen, og se hvad der er sket.",
            "The follow-up has changed since you opened it. Open it again and see what happened."),
    PRECONDITION_REQUIRED(
            "follow_up_precondition_required",
            428,
            "Send If-Match med den ETag, du læste, så to ikke skriver samtidig.",
            "Send If-Match with the ETag that you read, so that two people do not write at the same time.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    FollowUpErrorCode(String code, int status, String danish, String english) {
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
