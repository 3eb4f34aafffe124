package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationId;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code reidentification}. Steps are statements of {@link ReidentificationRepository}; this is how it is read. */
@Entity
@Table(name = "reidentification")
@IdClass(ReidentificationEntity.Key.class)
class ReidentificationEntity {

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private UUID flag;
    private String requestedBy;
    private Instant requestedAt;
    private String purpose;
    private String caseReference;
    private String justification;
    private String state;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String declinedBecause;
    private @Nullable Instant approvedUntil;
    private @Nullable String ticketDigest;
    private @Nullable Instant ticketExpiresAt;
    private @Nullable Instant redeemedAt;
    private @Nullable String redemptionDigest;
    private @Nullable Long appendId;

    Reidentification request() {
        return new Reidentification(
                new ReidentificationId(id),
                MunicipalityCode.of(municipality),
                new FlagId(flag),
                new ActorName(requestedBy),
                requestedAt,
                new Reidentification.Grounds(
                        Purpose.parse(purpose).orElseThrow(),
                        new JournalNumber(caseReference),
                        new Justification(justification)),
                Reidentification.State.of(state),
                decision(),
                Optional.ofNullable(approvedUntil),
                ticketDigest == null || ticketExpiresAt == null
                        ? Optional.empty()
                        : Optional.of(new Reidentification.IssuedTicket(ticketDigest, ticketExpiresAt)),
                redeemed());
    }

    private Optional<Reidentification.Decision> decision() {
        return decidedBy == null || decidedAt == null
                ? Optional.empty()
                : Optional.of(new Reidentification.Decision(
                        new ActorName(decidedBy),
                        decidedAt,
                        Optional.ofNullable(declinedBecause).map(Justification::new)));
    }

    private Optional<Reidentification.Redeemed> redeemed() {
        return redeemedAt == null || redemptionDigest == null || appendId == null
                ? Optional.empty()
                : Optional.of(new Reidentification.Redeemed(redeemedAt, redemptionDigest, new AppendId(appendId)));
    }
}
