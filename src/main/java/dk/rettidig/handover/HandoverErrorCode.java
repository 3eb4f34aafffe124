package dk.rettidig.handover;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with a handover. */
public enum HandoverErrorCode implements ErrorCode {
    INPUT_INVALID(
            "handover_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne står i errors.",
            "Something is missing or cannot be used. The fields stand in errors."),
    CHILD_INVALID(
            "handover_child_invalid",
            422,
            "Skriv barnets pseudonym, som arkivet viser det: 43 tegn.",
            "Write the child's pseudonym as the vault shows it: 43 characters."),
    RECEIVER_INVALID(
            "handover_receiver_invalid",
            422,
            "Vælg den kommune, som barnet flytter til: en anden end jeres egen.",
            "Choose the municipality that the child moves to: another than your own."),
    RECEIVER_NOT_HERE(
            "handover_receiver_not_here",
            422,
            "Kommunen bruger ikke dette system. Underret den på anden måde, og skriv det i fagsystemet.",
            "The municipality does not use this system. Notify it in another way, and write that in the case system."),
    RECEIVER_SYNTHETIC(
            "handover_receiver_synthetic",
            422,
            "Opdigtede børn i kommune 999 og virkelige børn holdes adskilt: de kan ikke overdrages til hinandens kommuner.",
            "Invented children of municipality 999 and real children are kept apart: they cannot be handed over to each other's municipalities."),
    MOVED_INVALID(
            "handover_moved_invalid",
            422,
            "Skriv flyttedagen: højst et år tilbage og højst et halvt år frem.",
            "Write the day of moving: at most a year back and at most half a year ahead."),
    KNOWN_INVALID(
            "handover_known_invalid",
            422,
            "Skriv den dag, I fik kendskab til flytningen: ikke i fremtiden og højst et år tilbage.",
            "Write the day on which you knew of the move: not in the future and at most a year back."),
    GROUND_UNKNOWN(
            "handover_ground_unknown",
            422,
            "Vælg mindst én grund fra listen, og ingen anden.",
            "Choose at least one ground of the list, and none that is not in it."),
    MATERIAL_UNKNOWN("handover_material_unknown", 422, "Vælg materiale fra listen.", "Choose material of the list."),
    MATERIAL_MISSING(
            "handover_material_missing",
            422,
            "Sammenfatningen af de faglige vurderinger skal altid sendes med (BL § 132).",
            "The summary of the professional assessments is always to be sent (BL § 132)."),
    CODE_UNKNOWN(
            "handover_code_unknown", 422, "Vælg et af svarene fra listen.", "Choose one of the answers of the list."),
    ALREADY_OPEN(
            "handover_already_open",
            409,
            "Barnet er allerede ved at blive overdraget til den kommune. Åbn den overdragelse i stedet.",
            "The child is being handed over to that municipality already. Open that handover instead."),
    OTHER_SIDE(
            "handover_other_side",
            409,
            "Dette er den anden kommunes at gøre.",
            "This is for the other municipality to do."),
    NOT_NOW(
            "handover_not_now",
            409,
            "Overdragelsen står et andet sted. Åbn den igen, og se hvad der er sket.",
            "The handover stands elsewhere. Open it again and see what happened."),
    CHANGED(
            "handover_changed",
            412,
            "Overdragelsen er ændret, siden du åbnede den. Åbn den igen, og se hvad der er sket.",
            "The handover has changed since you opened it. Open it again and see what happened."),
    PRECONDITION_REQUIRED(
            "handover_precondition_required",
            428,
            "Send If-Match med den ETag, du læste, så to ikke skriver samtidig.",
            "Send If-Match with the ETag that you read, so that two people do not write at the same time.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    HandoverErrorCode(String code, int status, String danish, String english) {
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
