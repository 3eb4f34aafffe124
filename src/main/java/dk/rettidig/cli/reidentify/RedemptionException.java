package dk.rettidig.cli.reidentify;

/** Nobody is shown. Carries a code, nothing of the ticket. */
public final class RedemptionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why nobody is shown. */
    public enum Reason {
        /** Not signed by the pinned key, or not a ticket. */
        UNVERIFIED(
                "Billetten er ikke underskrevet af den installation, hvis nøgle er fastlagt her. Den er ikke brugt.",
                "The ticket is not signed by the installation whose key is pinned here. It was not used."),
        /** Its minutes are over. */
        EXPIRED(
                "Billetten er udløbet. Den er ikke brugt. Bed rådgiveren hente en ny.",
                "The ticket has expired. It was not used. Ask the caseworker to fetch a new one."),
        /** Another municipality's, or a domain that is not the municipality's. */
        OTHER_VAULT(
                "Billetten hører ikke til dette pseudonymarkivs kommune. Den er ikke brugt.",
                "The ticket does not belong to this vault's municipality. It was not used."),
        /** The service refused; the code says why. */
        REFUSED("Installationen afviste indløsningen. Ingen bliver vist.", "The service refused. Nobody is shown."),
        /** No answer, or none in time. */
        UNREACHABLE(
                "Installationen svarer ikke. Ingen bliver vist. Er billetten indløst, kan den ikke bruges igen.",
                "The service does not answer. Nobody is shown. If the ticket was redeemed, it cannot be used again."),
        /** An answer that does not prove that the redemption is on the record. */
        NOT_PROVEN(
                "Svaret beviser ikke, at indløsningen står i protokollen. Ingen bliver vist. Sig det til"
                        + " databeskyttelsesrådgiveren.",
                "The answer does not prove that the redemption is on the record. Nobody is shown. Tell the data"
                        + " protection officer.");

        private final String danish;
        private final String english;

        Reason(String danish, String english) {
            this.danish = danish;
            this.english = english;
        }

        /** For people. */
        public String danish() {
            return danish;
        }

        /** For people. */
        public String english() {
            return english;
        }
    }

    private final Reason reason;
    private final String code;

    RedemptionException(Reason reason, String code) {
        super(reason + " " + code);
        this.reason = reason;
        this.code = code;
    }

    RedemptionException(Reason reason, String code, Throwable cause) {
        super(reason + " " + code, cause);
        this.reason = reason;
        this.code = code;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The service's own code, or ours. */
    public String code() {
        return code;
    }
}
