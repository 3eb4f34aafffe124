package dk.rettidig.followup.store;

import dk.rettidig.followup.Measure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code follow_up_measure}. */
@Entity
@Table(name = "follow_up_measure")
@IdClass(MeasureEntity.Key.class)
class MeasureEntity {

    /** Each kind once a first day. */
    record Key(short municipality, UUID followUp, String kind, LocalDate fromDay) {}

    @Id
    private short municipality;

    @Id
    private UUID followUp;

    @Id
    private String kind;

    @Id
    private LocalDate fromDay;

    private @Nullable LocalDate toDay;

    @Column(name = "seen_at")
    private Instant seenAt;

    UUID followUp() {
        return followUp;
    }

    Measure measure() {
        return new Measure(kind, fromDay, Optional.ofNullable(toDay));
    }
}
