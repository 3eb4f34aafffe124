package dk.rettidig.flag;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with runs and flags. */
public enum FlagErrorCode implements ErrorCode {
    RUN_UNDER_WAY(
            "flag_run_under_way",
            409,
            "Kommunen har allerede en beregning i gang. Vent, til den er færdig.",
            "A run of the municipality is under way. Wait until it has ended."),
    RUN_UNKNOWN(
            "flag_run_unknown",
            404,
            "Beregningen findes ikke, eller den må ikke ses.",
            "There is no such run, or it may not be seen."),
    MODEL_UNKNOWN(
            "flag_model_unknown",
            422,
            "Der findes ingen frigivet model med det navn og den version, som holder ved kontrollen.",
            "There is no released model of that name and version that holds when checked."),
    MODEL_PAUSED(
            "flag_model_paused",
            409,
            "Modellen er sat på pause i kommunen, fordi en grænse er overskredet. Ingen beregning markerer nogen, før en navngiven person har set på tallene og genoptaget. Siden Overvågning viser hvorfor.",
            "The model is paused in the municipality because a limit was passed. No run flags anybody until a named person has looked at the figures and resumed. The page Monitoring shows why."),
    MODEL_WITHDRAWN(
            "flag_model_withdrawn",
            409,
            "Modellen er trukket tilbage i kommunen og markerer ingen. Vælg en anden model.",
            "The model is withdrawn in the municipality and flags nobody. Choose another model."),
    AS_OF_IN_FUTURE(
            "flag_as_of_in_future",
            422,
            "Opgørelsesdagen ligger i fremtiden. Vælg i dag eller en tidligere dag.",
            "The as-of day lies in the future. Choose today or an earlier day."),
    REQUEST_INCOMPLETE(
            "flag_request_incomplete",
            400,
            "Bestillingen af beregningen mangler et felt, eller et felt kan ikke læses; feltet er nævnt.",
            "The request for the run lacks a field, or a field cannot be read; the field is named."),
    LEASE_LOST(
            "flag_run_lease_lost",
            503,
            "Beregningen mistede sin plads og tæller ikke. Start den igen.",
            "The run lost its lease and does not count. Start it again."),
    RESULT_INCONSISTENT(
            "flag_result_inconsistent",
            500,
            "Modellen gav to svar på det samme. Beregningen tæller ikke.",
            "The model gave two answers to the same. The run does not count."),
    STORE_UNAVAILABLE(
            "flag_store_unavailable",
            503,
            "Markeringerne kan ikke nås lige nu, og derfor er intet sket. Prøv igen om lidt.",
            "The flags cannot be reached at the moment, so nothing has happened. Try again in a little while."),
    STORE_CORRUPT(
            "flag_store_corrupt",
            500,
            "En markering kan ikke læses, som den blev skrevet. Driften skal se på det.",
            "A flag cannot be read as it was written. Operations must look at it.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    FlagErrorCode(String code, int status, String danish, String english) {
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
