package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.OutcomeRow;
import dk.rettidig.review.RecordedOutcome;
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

/** A row of {@code review_outcome}: written once, never changed. Of the particulars it has those of its kind. */
@Entity
@Immutable
@Table(name = "review_outcome")
@IdClass(OutcomeEntity.Key.class)
class OutcomeEntity {

    /** One a flag. */
    record Key(short municipality, UUID flag) {}

    @Id
    private short municipality;

    @Id
    private UUID flag;

    private String reviewer;
    private String kind;
    private String justification;
    private @Nullable String openCase;
    private @Nullable LocalDate awareOn;
    private @Nullable String howTold;
    private @Nullable String indicator;
    private Instant recordedAt;

    RecordedOutcome outcome() {
        OutcomeRow row = new OutcomeRow(
                kind,
                justification,
                Optional.ofNullable(openCase),
                Optional.ofNullable(awareOn),
                Optional.ofNullable(howTold),
                Optional.ofNullable(indicator));
        return new RecordedOutcome(
                new FlagId(flag), row.outcome(MunicipalityCode.of(municipality), reviewer), recordedAt);
    }
}
