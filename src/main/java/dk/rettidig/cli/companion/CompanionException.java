package dk.rettidig.cli.companion;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.pseudonym.vault.VaultException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What was asked for cannot be done. Carries a code and nothing of what was typed. */
final class CompanionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        /** The passphrase must be typed first. */
        LOCKED(423),
        /** Nobody is asked for the passphrase any more. */
        CLOSED(403),
        /** A command has had the vault open for too long. */
        VAULT_IN_USE(503),
        /** The passphrase is wrong, or the vault is damaged. */
        VAULT_REFUSED(403),
        /** The vault cannot be read or written. */
        VAULT_UNUSABLE(500),
        /** The authority does not answer. */
        AUTHORITY_UNREACHABLE(503),
        /** The day's quota is used up. */
        AUTHORITY_QUOTA(429),
        /** The authority refuses this client or domain. */
        AUTHORITY_REFUSED(502),
        /** The answer's proof does not hold, or it is for another key. */
        AUTHORITY_NOT_PROVEN(502),
        /** No child with this local id waits for a number. */
        LOCAL_ID_UNKNOWN(404);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status (RFC 9110; 423 is RFC 4918's). */
        int status() {
            return status;
        }

        /** Stable, snake case. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final transient Optional<Duration> retryAfter;

    CompanionException(Reason reason) {
        this(reason, Optional.empty());
    }

    private CompanionException(Reason reason, Optional<Duration> retryAfter) {
        super(reason.name());
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    CompanionException(VaultException refused) {
        this(
                switch (refused.reason()) {
                    case IN_USE -> Reason.VAULT_IN_USE;
                    case WRONG_SECRET_OR_DAMAGED, SECRET_REFUSED -> Reason.VAULT_REFUSED;
                    case MISSING, EXISTS, NOT_A_VAULT -> Reason.VAULT_UNUSABLE;
                });
    }

    CompanionException(AskException none) {
        this(
                switch (none.reason()) {
                    case UNREACHABLE -> Reason.AUTHORITY_UNREACHABLE;
                    case QUOTA -> Reason.AUTHORITY_QUOTA;
                    case REFUSED, NOT_UNDERSTOOD -> Reason.AUTHORITY_REFUSED;
                    case OTHER_KEY, NOT_PROVEN -> Reason.AUTHORITY_NOT_PROVEN;
                },
                none.retryAfter());
    }

    Reason reason() {
        return reason;
    }

    /** How long to wait, when somebody said so. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
