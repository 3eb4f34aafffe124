package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery}, to be read: how far one has come is changed by {@link SqlDeliveries}. */
@Entity
@Immutable
@Table(name = "delivery")
class DeliveryEntity {

    @Id
    private UUID id;

    private long number;
    private short municipality;
    private String registry;
    private String feed;
    private String jti;
    private byte[] sha256;
    private String state;
    private int attempt;

    @Column
    private Instant leaseUntil;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String rejection;
    private @Nullable Long rowsValid;
    private @Nullable Long rowsQuarantined;
    private @Nullable Long rowsRepeated;
    private @Nullable Long appendId;
    private @Nullable Long leafIndex;
    private @Nullable Long treeSize;
    private @Nullable String checkpoint;

    Delivery delivery() {
        return new Delivery(
                new DeliveryId(id),
                number,
                MunicipalityCode.of(municipality),
                new RegistryId(registry),
                new FeedId(feed),
                new NoteId(jti),
                Digest.of(sha256),
                DeliveryState.of(state),
                attempt,
                startedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(rejection),
                new Delivery.Rows(orZero(rowsValid), orZero(rowsQuarantined), orZero(rowsRepeated)),
                Optional.ofNullable(appendId).map(AppendId::new),
                Optional.ofNullable(checkpoint).map(this::covered));
    }

    private Ledger.Covered covered(String note) {
        return new Ledger.Covered(Objects.requireNonNull(leafIndex), Objects.requireNonNull(treeSize), note);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
