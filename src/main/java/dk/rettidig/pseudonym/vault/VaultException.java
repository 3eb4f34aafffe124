package dk.rettidig.pseudonym.vault;

/** A vault that cannot be opened or written. Tells nothing of its contents. */
public final class VaultException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No file there. */
        MISSING("Der er intet pseudonymarkiv.", "There is no vault."),
        /** A file is there already. */
        EXISTS("Der er allerede en fil.", "There is a file already."),
        /** Another process has it open. */
        IN_USE("En anden har arkivet åbent.", "Somebody else has the vault open."),
        /** Not this format, or parameters outside what is accepted. */
        NOT_A_VAULT("Filen er ikke et pseudonymarkiv.", "The file is not a vault."),
        /** Not made with this passphrase or key file, or changed since: authenticated encryption cannot tell which. */
        WRONG_SECRET_OR_DAMAGED(
                "Forkert adgangssætning eller nøglefil, eller filen er beskadiget. Intet er vist.",
                "Wrong passphrase or key file, or the file is damaged. Nothing was shown."),
        /** A passphrase that is too short, or of the wrong sort for this vault. */
        SECRET_REFUSED(
                "Adgangssætningen er for kort (en ny har mindst 16 tegn), eller arkivet bruger nøglefil i stedet (eller omvendt).",
                "The passphrase is too short (a new one has at least 16 characters), or the vault uses a key file instead (or the other way round).");

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

    VaultException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
