package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.reidentification.Substitute;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code reidentification_substitute}. */
@Entity
@Table(name = "reidentification_substitute")
@IdClass(SubstituteEntity.Key.class)
class SubstituteEntity {

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private String name;
    private String namedBy;
    private Instant namedAt;
    private LocalDate fromDay;
    private LocalDate toDay;
    private @Nullable Instant endedAt;

    boolean standing() {
        return endedAt == null;
    }

    Substitute substitute() {
        return new Substitute(
                id,
                MunicipalityCode.of(municipality),
                new ActorName(name),
                new ActorName(namedBy),
                namedAt,
                fromDay,
                toDay);
    }
}
