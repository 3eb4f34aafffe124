package dk.rettidig.web;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong before a feature is reached, and what nobody foresaw. */
public enum WebErrorCode implements ErrorCode {
    BAD_REQUEST("request_malformed", 400, "Forespørgslen kan ikke læses.", "The request cannot be read."),
    FORM_TOKEN(
            "form_token_missing",
            400,
            "Formularen kom uden sit engangstegn, eller tegnet er for gammelt, og derfor er intet sket. Hent siden igen,"
                    + " og send så. Et program sender JSON i stedet (Content-Type: application/json).",
            "The form came without its token, or the token is too old, so nothing has happened. Load the page again and"
                    + " then send. A program sends JSON instead (Content-Type: application/json)."),
    UNAUTHENTICATED("sign_in_required", 401, "Log ind, eller underskriv leverancen.", "Sign in, or sign the delivery."),
    FORBIDDEN("request_refused", 403, "Afvist.", "Refused."),
    NOT_FOUND("not_found", 404, "Findes ikke, eller må ikke ses.", "Does not exist, or may not be seen."),
    METHOD("method_not_allowed", 405, "Metoden findes ikke her.", "The method does not exist here."),
    NOT_ACCEPTABLE("not_acceptable", 406, "Formatet kan ikke leveres.", "The format cannot be delivered."),
    TOO_LARGE("request_too_large", 413, "Forespørgslen er for stor.", "The request is too large."),
    MEDIA_TYPE(
            "media_type_unsupported",
            415,
            "Indholdstypen kan ikke modtages her.",
            "The content type cannot be received here."),
    UNAVAILABLE(
            "database_unavailable",
            503,
            "Databasen svarer ikke lige nu, og derfor er intet sket. Prøv igen om lidt.",
            "The database does not answer at the moment, so nothing has happened. Try again in a little while."),
    INTERNAL(
            "internal_error",
            500,
            "Noget gik galt hos os. Nævn nummeret, når du spørger om hjælp.",
            "Something went wrong on our side. Name the number when you ask for help.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    WebErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    static WebErrorCode forStatus(int status) {
        for (WebErrorCode candidate : values()) {
            if (candidate.status == status && candidate != FORM_TOKEN) {
                return candidate;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
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
