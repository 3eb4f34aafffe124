package dk.rettidig.followup.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.Telling;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code follow_up_telling}: written once, never changed. */
@Entity
@Immutable
@Table(name = "follow_up_telling")
@IdClass(TellingEntity.Key.class)
class TellingEntity {

    /** Each step of a time on the list once for each occasion. */
    record Key(short municipality, UUID followUp, int opening, String step, String occasion) {}

    @Id
    private short municipality;

    @Id
    private UUID followUp;

    @Id
    private int opening;

    @Id
    private String step;

    @Id
    private String occasion;

    private @Nullable String told;
    private Instant due;
    private Instant at;

    UUID followUp() {
        return followUp;
    }

    Telling telling() {
        return new Telling(opening, step, occasion, Optional.ofNullable(told).map(ActorName::new), due, at);
    }
}
