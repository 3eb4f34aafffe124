package dk.rettidig.feed.store;

import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.DeliveryId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code delivery_scope_band}, for the DPO alone; written with the load. */
@Entity
@Immutable
@Table(name = "delivery_scope_band")
class ScopeBandEntity {

    @Id
    private UUID delivery;

    private String droppedBand;
    private String contradictedBand;

    Deliveries.ScopeBand band() {
        return new Deliveries.ScopeBand(new DeliveryId(delivery), droppedBand, contradictedBand);
    }
}
