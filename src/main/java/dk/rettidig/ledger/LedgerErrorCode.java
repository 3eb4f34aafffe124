package dk.rettidig.ledger;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with the record. */
public enum LedgerErrorCode implements ErrorCode {
    APPEND_UNAVAILABLE(
            "ledger_append_unavailable",
            503,
            "Protokollen kan ikke føres lige nu, og derfor er intet sket. Prøv igen om lidt.",
            "The ledger cannot record at the moment, so nothing has happened. Try again in a little while."),
    NOT_COVERED_IN_TIME(
            "ledger_not_covered_in_time",
            503,
            "Indførslen er sket, men kontrolpunktet er ikke udgivet endnu. Gentag kaldet for at få kvitteringen.",
            "The entry is made but its checkpoint is not published yet. Repeat the call to get the receipt."),
    ENTRY_TOO_LARGE(
            "ledger_entry_too_large",
            413,
            "Hændelsen er for stor til protokollen (højst 64 KiB), og derfor er intet sket. Del den op eller forkort den.",
            "The event is too large for the ledger (64 KiB at most), so nothing has happened. Split or shorten it."),
    UNREADABLE(
            "ledger_unreadable",
            503,
            "Protokollen kan ikke læses lige nu. Prøv igen om lidt.",
            "The ledger cannot be read at the moment. Try again in a little while."),
    DAMAGED(
            "ledger_damaged",
            500,
            "Protokollen mangler noget, som den har haft. Kontrollér den med rettidig verify, og tilkald driften.",
            "The ledger lacks something it used to have. Check it with rettidig verify and call the operator."),
    NOTHING_THERE(
            "ledger_nothing_there",
            404,
            "Der er ingen indførsel, flise eller beviser på det sted i den udgivne protokol.",
            "There is no entry, tile or proof at that place of the published ledger.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    LedgerErrorCode(String code, int status, String danish, String english) {
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
