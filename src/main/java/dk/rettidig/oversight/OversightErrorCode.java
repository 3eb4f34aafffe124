package dk.rettidig.oversight;

import dk.rettidig.fault.ErrorCode;

/** What can be wrong with a look into the record. */
public enum OversightErrorCode implements ErrorCode {
    QUERY_MALFORMED(
            "ledger_query_malformed",
            422,
            "Søgningen kan ikke læses: dage skrives som 2026-11-22, tekster har højst 200 tegn, og fra ligger ikke efter til.",
            "The query cannot be read: days are written as 2026-11-22, texts have at most 200 characters, and from is not after to.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    OversightErrorCode(String code, int status, String danish, String english) {
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
