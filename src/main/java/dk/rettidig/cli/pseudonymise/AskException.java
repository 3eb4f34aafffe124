package dk.rettidig.cli.pseudonymise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The authority gave no answer that may be used. Carries codes and times, nothing of what was asked. */
public final class AskException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** No connection, no answer in time, or 503, more often than it was tried. */
        UNREACHABLE,
        /** The day's quota is used up. */
        QUOTA,
        /** The authority refused; the code says why. */
        REFUSED,
        /** An answer that is not of the contract's form. */
        NOT_UNDERSTOOD,
        /** An answer for another key than the pinned one. */
        OTHER_KEY,
        /** An answer whose proof does not hold. */
        NOT_PROVEN
    }

    private final Reason reason;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    AskException(Reason reason, String code) {
        this(reason, code, Optional.empty());
    }

    AskException(Reason reason, String code, Optional<Duration> retryAfter) {
        super(reason + " " + code);
        this.reason = reason;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The authority's own code, or ours. */
    public String code() {
        return code;
    }

    /** How long the authority asks to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** For people, Danish and English. */
    public List<String> lines() {
        return switch (reason) {
            case UNREACHABLE ->
                List.of(
                        "Pseudonymmyndigheden svarer ikke (" + code
                                + "). Kør kommandoen igen: den fortsætter, hvor den slap.",
                        "The authority does not answer (" + code
                                + "). Run the command again: it goes on where it was.");
            case QUOTA ->
                List.of(
                        "Dagens kvote er brugt. Kør kommandoen igen om " + waiting()
                                + ": den fortsætter, hvor den slap.",
                        "The day's quota is used up. Run the command again in " + waiting()
                                + ": it goes on where it was. --wait waits for it.");
            case REFUSED ->
                List.of("Pseudonymmyndigheden afviser: " + code + ".", "The authority refuses: " + code + ".");
            case NOT_UNDERSTOOD ->
                List.of(
                        "Svaret følger ikke docs/authority.md (" + code + "). Intet af det er brugt.",
                        "The answer does not follow docs/authority.md (" + code + "). Nothing of it was used.");
            case OTHER_KEY ->
                List.of(
                        "Svaret er for en anden nøgle end --public-key. Intet af det er brugt. Spørg pseudonymmyndigheden.",
                        "The answer is for another key than --public-key. Nothing of it was used. Ask the authority.");
            case NOT_PROVEN ->
                List.of(
                        "Beviset i svaret holder ikke (" + code
                                + "). Intet af det er brugt. Det er alvorligt: sig det til"
                                + " databeskyttelsesrådgiveren.",
                        "The proof in the answer does not hold (" + code + "). Nothing of it was used. This is serious:"
                                + " tell the data protection officer.");
        };
    }

    private String waiting() {
        return retryAfter
                .map(time -> time.toHours() + " t/h " + time.toMinutesPart() + " min")
                .orElse("?");
    }
}
