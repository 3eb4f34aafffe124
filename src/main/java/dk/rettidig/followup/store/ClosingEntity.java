package dk.rettidig.followup.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.Closing;
import dk.rettidig.followup.ClosingCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.Move;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.text.Justification;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code follow_up_closing}: written once, never changed. */
@Entity
@Immutable
@Table(name = "follow_up_closing")
@IdClass(ClosingEntity.Key.class)
class ClosingEntity {

    /** Each time on the list is closed once. */
    record Key(short municipality, UUID followUp, int opening) {}

    @Id
    private short municipality;

    @Id
    private UUID followUp;

    @Id
    private int opening;

    private String code;
    private String because;
    private String closedBy;
    private Instant closedAt;

    @Column(name = "back_at")
    private @Nullable Instant backAt;

    private @Nullable String movedTo;
    private @Nullable LocalDate movedOn;
    private @Nullable UUID handover;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    ClosingEntity() {}

    ClosingEntity(FollowUp of, Closing closing) {
        this.municipality = of.municipality().number();
        this.followUp = of.id().value();
        this.opening = closing.opening();
        this.code = closing.code().id();
        this.because = closing.because().text();
        this.closedBy = closing.by().value();
        this.closedAt = closing.at();
        this.backAt = closing.backAt().orElse(null);
        this.movedTo = closing.move().map(Move::place).orElse(null);
        this.movedOn = closing.move().map(Move::on).orElse(null);
        this.handover =
                closing.move().flatMap(Move::handover).map(HandoverId::value).orElse(null);
    }

    UUID followUp() {
        return followUp;
    }

    Closing closing() {
        return new Closing(
                opening,
                ClosingCode.parse(code).orElseThrow(),
                new Justification(because),
                new ActorName(closedBy),
                closedAt,
                Optional.ofNullable(backAt),
                move());
    }

    private Optional<Move> move() {
        String to = movedTo;
        LocalDate on = movedOn;
        return to == null || on == null
                ? Optional.empty()
                : Optional.of(new Move(
                        to.equals(Move.ABROAD) ? Optional.empty() : Optional.of(new MunicipalityCode(to)),
                        on,
                        Optional.ofNullable(handover).map(HandoverId::new)));
    }
}
