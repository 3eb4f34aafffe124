package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.access.ActorName;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for re-identification: what its reader needs to decide or to go on, and nothing of the child or of strength. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reidentification")
public record ReidentificationAnswer(
        @Schema(format = "uuid") String id,

        @Schema(format = "uuid") String flag,

        @Schema(enumeration = {"requested", "approved", "declined", "withdrawn", "lapsed", "ticketed", "redeemed"})
        String state,

        String purpose,

        @JsonProperty("case_reference") String caseReference,

        String justification,

        @JsonProperty("requested_by") String requestedBy,

        @Schema(format = "date-time") @JsonProperty("requested_at")
        String requestedAt,

        @Schema(description = "The day whose facts the flag rests on; absent once they are erased.")
        @JsonProperty("as_of")
        @Nullable
        LocalDate asOf,

        @JsonProperty("decided_by") @Nullable String decidedBy,

        @Schema(format = "date-time") @JsonProperty("decided_at") @Nullable
        String decidedAt,

        @JsonProperty("declined_because") @Nullable String declinedBecause,

        @Schema(format = "date-time", description = "Until when tickets are issued.")
        @JsonProperty("approved_until")
        @Nullable
        String approvedUntil,

        @Schema(format = "date-time") @JsonProperty("ticket_expires_at") @Nullable
        String ticketExpiresAt,

        @Schema(format = "date-time") @JsonProperty("redeemed_at") @Nullable
        String redeemedAt) {

    static ReidentificationAnswer of(ReidentificationList.Item item) {
        Reidentification request = item.request();
        return new ReidentificationAnswer(
                request.id().toString(),
                request.flag().toString(),
                item.state().id(),
                request.grounds().purpose().id(),
                request.grounds().caseReference().value(),
                request.grounds().justification().text(),
                request.requestedBy().value(),
                request.requestedAt().toString(),
                item.asOf().orElse(null),
                request.decision()
                        .map(Reidentification.Decision::by)
                        .map(ActorName::value)
                        .orElse(null),
                request.decision().map(decision -> decision.at().toString()).orElse(null),
                request.decision()
                        .flatMap(Reidentification.Decision::declinedBecause)
                        .map(Justification::text)
                        .orElse(null),
                request.approvedUntil().map(Instant::toString).orElse(null),
                request.ticket().map(ticket -> ticket.expiresAt().toString()).orElse(null),
                request.redeemed().map(redeemed -> redeemed.at().toString()).orElse(null));
    }

    @Override
    public String toString() {
        return "ReidentificationAnswer[" + id + "]";
    }
}
