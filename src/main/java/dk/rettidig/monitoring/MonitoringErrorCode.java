package dk.rettidig.monitoring;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with monitoring. */
public enum MonitoringErrorCode implements ErrorCode {
    INPUT_INVALID(
            "monitoring_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges; errors siger hvilke felter. Intet er sket.",
            "Something is missing or cannot be used; errors says which fields. Nothing has happened."),
    MODEL_UNKNOWN(
            "monitoring_model_unknown",
            422,
            "Skriv modellens navn og version, som siden Beregninger viser dem, for eksempel scorecard/1.0.0.",
            "Write name and version of the model as the page Runs shows them, for instance scorecard/1.0.0."),
    RESUMED_ALREADY(
            "monitoring_resumed_already",
            409,
            "Pausen er allerede ophævet. Genindlæs siden for at se, hvad der gælder.",
            "The pause has been lifted already. Load the page again to see what holds."),
    WITHDRAWN_ALREADY(
            "monitoring_withdrawn_already",
            409,
            "Modellen er allerede trukket tilbage i kommunen.",
            "The model is withdrawn in the municipality already."),
    STORE_UNAVAILABLE(
            "monitoring_store_unavailable",
            503,
            "Tallene for modellen kan ikke nås lige nu, og så markeres ingen. Prøv igen om lidt.",
            "The model's figures cannot be reached at the moment, and then nobody is flagged. Try again in a little while.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    MonitoringErrorCode(String code, int status, String danish, String english) {
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
