package dk.rettidig.flag.store;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.indicator.IndicatorId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code flag_fact}: one value that a flag rests on, copied by the run. */
@Entity
@Immutable
@Table(name = "flag_fact")
@IdClass(FlagFactEntity.Key.class)
class FlagFactEntity {

    /** One a flag, indicator and period. */
    record Key(short municipality, UUID flag, short indicator, LocalDate periodFrom) {}

    @Id
    private short municipality;

    @Id
    private UUID flag;

    @Id
    private short indicator;

    @Id
    private LocalDate periodFrom;

    private LocalDate periodTo;
    private double value;
    private Instant knownAt;
    private @Nullable Long delivery;
    private String change;

    short indicator() {
        return indicator;
    }

    FlagFacts.Fact fact(IndicatorId id) {
        return new FlagFacts.Fact(
                id,
                periodFrom,
                periodTo,
                value,
                knownAt,
                delivery == null || delivery == 0 ? OptionalLong.empty() : OptionalLong.of(delivery),
                FlagFacts.Change.valueOf(change.toUpperCase(Locale.ROOT)));
    }
}
