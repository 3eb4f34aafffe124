package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.OwnView;
import dk.rettidig.review.SealedView;
import dk.rettidig.text.Justification;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code review_own_view}: written once, never changed. */
@Entity
@Immutable
@Table(name = "review_own_view")
@IdClass(OwnViewEntity.Key.class)
class OwnViewEntity {

    /** One a flag and person. */
    record Key(short municipality, UUID flag, String reviewer) {}

    @Id
    private short municipality;

    @Id
    private UUID flag;

    @Id
    private String reviewer;

    private String choice;
    private String justification;
    private Instant sealedAt;

    SealedView view() {
        return new SealedView(
                new FlagId(flag),
                new ActorName(reviewer),
                new OwnView(OwnView.Choice.parse(choice).orElseThrow(), new Justification(justification)),
                sealedAt);
    }
}
