package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What the record keeps of re-identifications. Pseudonym, case reference, names and free text are commitments only; of a ticket
 * there is the SHA-256 of its id.
 */
public sealed interface ReidentificationEvent extends LedgerEvent {

    /** A caseworker asked who stands behind a flag. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "GDPR 4(5), 15(1)")
    record Requested(Reidentification request, Pseudonym pseudonym) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.requested";
        }

        @Override
        public EventFields fields() {
            Reidentification.Grounds grounds = request.grounds();
            return about(request)
                    .text("purpose", grounds.purpose().id())
                    .child("pseudonym", request.municipality().value(), pseudonym.bytes())
                    .committed("case_reference", bytes(grounds.caseReference().value()))
                    .committed("justification", bytes(grounds.justification().text()));
        }
    }

    /** A second person approved. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.CASEWORKER},
            ground = "GDPR 4(5), 32(4)")
    record Approved(Reidentification request, Instant until, boolean substitute) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.approved";
        }

        @Override
        public EventFields fields() {
            return about(request).moment("until", until).truth("substitute", substitute);
        }
    }

    /** A second person declined. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.CASEWORKER},
            result = Recorded.Result.REFUSED,
            ground = "GDPR 4(5), 32(4)")
    record Declined(Reidentification request, Justification because, boolean substitute)
            implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.declined";
        }

        @Override
        public EventFields fields() {
            return about(request).truth("substitute", substitute).committed("because", bytes(because.text()));
        }
    }

    /** The caseworker withdrew the request. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "GDPR 4(5)")
    record Withdrawn(Reidentification request) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.withdrawn";
        }

        @Override
        public EventFields fields() {
            return about(request);
        }
    }

    /** A request waited, or an approval stood, too long. */
    @Recorded(by = ActorKind.SCHEDULER, result = Recorded.Result.FAILED, ground = "GDPR 5(1)(e)")
    record Lapsed(Reidentification request) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.lapsed";
        }

        @Override
        public EventFields fields() {
            return about(request);
        }
    }

    /** A ticket for exactly one pseudonym was issued; a former one on the same request is worth nothing from now on. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "GDPR 4(5), 32(4)")
    record TicketIssued(Reidentification request, Ticket ticket) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.ticket_issued";
        }

        @Override
        public EventFields fields() {
            return about(request)
                    .text("ticket", ticket.idDigest())
                    .text("domain", ticket.domain().text())
                    .moment("expires_at", ticket.expiresAt())
                    .child(
                            "pseudonym",
                            request.municipality().value(),
                            ticket.pseudonym().bytes());
        }
    }

    /** The vault redeemed the ticket: from here on somebody may know who the child is. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 4(5), 15(1)")
    record Redeemed(Reidentification request, Ticket ticket, Instant at) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.redeemed";
        }

        @Override
        public EventFields fields() {
            return about(request)
                    .text("purpose", ticket.purpose().id())
                    .text("ticket", ticket.idDigest())
                    .text("domain", ticket.domain().text())
                    .moment("redeemed_at", at)
                    .child(
                            "pseudonym",
                            request.municipality().value(),
                            ticket.pseudonym().bytes())
                    .committed("case_reference", bytes(ticket.caseReference().value()));
        }
    }

    /**
     * Something on the way was refused beside the gate.
     *
     * @param act what was tried, by the word of its action
     */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            result = Recorded.Result.REFUSED,
            ground = "GDPR 4(5), 32(4)")
    record Refused(
            MunicipalityCode municipality,
            Optional<ReidentificationId> request,
            String act,
            ReidentificationErrorCode reason)
            implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.refused";
        }

        @Override
        public EventFields fields() {
            EventFields fields = EventFields.none()
                    .text("municipality", municipality.value())
                    .text("act", act)
                    .text("reason", reason.code());
            return request.map(id -> fields.text("request", id.toString())).orElse(fields);
        }
    }

    /**
     * A redemption was refused; nobody was shown.
     *
     * @param ticket empty when what was sent is no ticket of this installation
     */
    @Recorded(by = ActorKind.REGISTRY, result = Recorded.Result.REFUSED, ground = "GDPR 4(5), 32(1)(b)")
    record RedemptionRefused(MunicipalityCode municipality, Optional<Ticket> ticket, ReidentificationErrorCode reason)
            implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.redemption_refused";
        }

        @Override
        public EventFields fields() {
            EventFields fields = EventFields.none()
                    .text("municipality", municipality.value())
                    .text("reason", reason.code());
            return ticket.map(known ->
                            fields.text("request", known.request().toString()).text("ticket", known.idDigest()))
                    .orElse(fields);
        }
    }

    /** Requests for a redemption within a minute that no approved key signed. */
    @Recorded(by = ActorKind.SCHEDULER, result = Recorded.Result.REFUSED, ground = "GDPR 32(1)(b)")
    record RequestsUnverified(Instant minute, long attempts) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.requests_unverified";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().moment("minute", minute).number("attempts", attempts);
        }
    }

    /** A team leader named who decides in their place. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "GDPR 32(4)")
    record SubstituteNamed(Substitute substitute) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.substitute_named";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", substitute.municipality().value())
                    .text("from", substitute.from().toString())
                    .text("to", substitute.to().toString())
                    .committed("name", bytes(substitute.name().value()));
        }
    }

    /** A team leader ended the time of a substitute. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "GDPR 32(4)")
    record SubstituteEnded(Substitute substitute) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.substitute_ended";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", substitute.municipality().value())
                    .committed("name", bytes(substitute.name().value()));
        }
    }

    /** Counts of days that are past their time were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record CountsErased(MunicipalityCode municipality, int rows) implements ReidentificationEvent {
        @Override
        public String type() {
            return "reidentification.counts_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("rows", rows);
        }
    }

    private static EventFields about(Reidentification request) {
        return EventFields.none()
                .text("municipality", request.municipality().value())
                .text("request", request.id().toString())
                .flag(request.flag().value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
