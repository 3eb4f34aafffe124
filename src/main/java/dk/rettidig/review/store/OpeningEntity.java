package dk.rettidig.review.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code review_opening}: who has read a flag, and when first. */
@Entity
@Immutable
@Table(name = "review_opening")
@IdClass(OpeningEntity.Key.class)
class OpeningEntity {

    /** One a flag and person. */
    record Key(short municipality, UUID flag, String reader) {}

    @Id
    private short municipality;

    @Id
    private UUID flag;

    @Id
    private String reader;

    private Instant openedAt;

    Instant openedAt() {
        return openedAt;
    }
}
