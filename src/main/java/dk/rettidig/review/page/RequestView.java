package dk.rettidig.review.page;

import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.Reidentification.State;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.text.Justification;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for re-identification in words; what there is not is empty.
 *
 * @param asOf the day whose facts the flag rests on
 * @param mine whether the reader asked
 */
public record RequestView(
        String id,
        String flag,
        String brief,
        State state,
        String stateText,
        String by,
        String at,
        String asOf,
        String caseReference,
        String purpose,
        String justification,
        String decidedBy,
        String decidedAt,
        String because,
        String until,
        String ticketUntil,
        String redeemedAt,
        boolean mine) {

    /** Characters of a flag's id that pages show. */
    private static final int BRIEF = 8;

    /** Whether it waits for a second person. */
    public boolean waiting() {
        return state == State.REQUESTED;
    }

    /** Whether the person who asked can fetch a ticket. */
    public boolean fetchable() {
        return state == State.APPROVED || state == State.TICKETED;
    }

    /** Whether a ticket was fetched that is not redeemed. */
    public boolean ticketed() {
        return state == State.TICKETED;
    }

    /** Whether the person who asked can still withdraw it. */
    public boolean open() {
        return state.open();
    }

    /** Whether it was declined. */
    public boolean declined() {
        return state == State.DECLINED;
    }

    /** Whether the ticket was redeemed. */
    public boolean redeemed() {
        return state == State.REDEEMED;
    }

    static RequestView of(ReidentificationList.Item item, Language language) {
        Reidentification request = item.request();
        Reidentification.Grounds grounds = request.grounds();
        Optional<Reidentification.Decision> decision = request.decision();
        return new RequestView(
                request.id().toString(),
                request.flag().toString(),
                request.flag().toString().substring(0, BRIEF),
                item.state(),
                text(item.state(), language),
                request.requestedBy().value(),
                Words.time(request.requestedAt(), language),
                item.asOf().map(day -> Words.date(day, language)).orElse(""),
                grounds.caseReference().value(),
                language.choose(grounds.purpose().danish(), grounds.purpose().english()),
                grounds.justification().text(),
                decision.map(made -> made.by().value()).orElse(""),
                time(decision.map(Reidentification.Decision::at), language),
                decision.flatMap(Reidentification.Decision::declinedBecause)
                        .map(Justification::text)
                        .orElse(""),
                time(request.approvedUntil(), language),
                time(request.ticket().map(Reidentification.IssuedTicket::expiresAt), language),
                time(request.redeemed().map(Reidentification.Redeemed::at), language),
                item.mine());
    }

    private static String time(Optional<Instant> moment, Language language) {
        return moment.map(at -> Words.time(at, language)).orElse("");
    }

    private static String text(State state, Language language) {
        return switch (state) {
            case REQUESTED -> language.choose("venter på en anden person", "waits for a second person");
            case APPROVED -> language.choose("godkendt", "approved");
            case DECLINED -> language.choose("afslået", "declined");
            case WITHDRAWN -> language.choose("trukket tilbage", "withdrawn");
            case LAPSED -> language.choose("bortfaldet", "lapsed");
            case TICKETED -> language.choose("billet hentet", "ticket fetched");
            case REDEEMED -> language.choose("indløst, barnet er vist", "redeemed, the child was shown");
        };
    }

    @Override
    public String toString() {
        return "RequestView[" + id + "]";
    }
}
