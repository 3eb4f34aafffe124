package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for the re-identification of one flag, hence of one pseudonym, and what became of it. The pseudonym is not in it:
 * it is the flag's.
 *
 * @param stored the state as the store has it; {@link #state} is what counts at a moment
 * @param approvedUntil until when tickets are issued on an approval
 */
public record Reidentification(
        ReidentificationId id,
        MunicipalityCode municipality,
        FlagId flag,
        ActorName requestedBy,
        Instant requestedAt,
        Grounds grounds,
        State stored,
        Optional<Decision> decision,
        Optional<Instant> approvedUntil,
        Optional<IssuedTicket> ticket,
        Optional<Redeemed> redeemed) {

    /** How long a request waits for somebody to decide. */
    public static final Duration WAITS = Duration.ofDays(7);

    /** How long an approval stands. */
    public static final Duration STANDS = Duration.ofHours(24);

    /** How long a ticket lives; minutes, so that it is redeemed where and when it was asked for. */
    public static final Duration TICKET_LIVES = Duration.ofMinutes(10);

    /** How far a request has come, by the word of columns and answers. */
    public enum State {
        REQUESTED("requested"),
        APPROVED("approved"),
        DECLINED("declined"),
        WITHDRAWN("withdrawn"),
        LAPSED("lapsed"),
        TICKETED("ticketed"),
        REDEEMED("redeemed");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word. */
        public String id() {
            return id;
        }

        /** The state of a column's word. */
        public static State of(String id) {
            for (State state : values()) {
                if (state.id.equals(id)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a request has this word");
        }

        /** Whether the request is still under way. */
        public boolean open() {
            return switch (this) {
                case REQUESTED, APPROVED, TICKETED -> true;
                case DECLINED, WITHDRAWN, LAPSED, REDEEMED -> false;
            };
        }
    }

    /** What somebody gave as their grounds. {@code toString} hides it. */
    public record Grounds(Purpose purpose, JournalNumber caseReference, Justification justification) {
        @Override
        public String toString() {
            return "Grounds[hidden]";
        }
    }

    /**
     * The second person's decision.
     *
     * @param declinedBecause empty when it was approved
     */
    public record Decision(ActorName by, Instant at, Optional<Justification> declinedBecause) {}

    /**
     * The ticket that counts; a later one takes its place.
     *
     * @param digest SHA-256 of the ticket's id, 64 lower case hexadecimal digits
     */
    public record IssuedTicket(String digest, Instant expiresAt) {}

    /**
     * That the vault redeemed the ticket.
     *
     * @param request SHA-256 of the id of the vault's signed request: the same request again gets the same receipt
     * @param entry of the redemption
     */
    public record Redeemed(Instant at, String request, AppendId entry) {}

    /** The state at a moment: what waited or stood too long has lapsed, whether somebody noted it yet or not. */
    public State state(Instant now) {
        boolean over =
                switch (stored) {
                    case REQUESTED -> !now.isBefore(requestedAt.plus(WAITS));
                    case APPROVED, TICKETED ->
                        approvedUntil.map(until -> !now.isBefore(until)).orElse(true);
                    case DECLINED, WITHDRAWN, LAPSED, REDEEMED -> false;
                };
        return over ? State.LAPSED : stored;
    }

    @Override
    public String toString() {
        return "Reidentification[" + id + " " + stored.id() + "]";
    }
}
