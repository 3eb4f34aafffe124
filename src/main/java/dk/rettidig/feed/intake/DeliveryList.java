package dk.rettidig.feed.intake;

import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people of a municipality read about its deliveries. The routes ask the gate first. */
@ApplicationScoped
public class DeliveryList {

    private static final int PAGE = 100;

    private final Deliveries deliveries;
    private final CurrentActor currentActor;

    DeliveryList(Deliveries deliveries, CurrentActor currentActor) {
        this.deliveries = deliveries;
        this.currentActor = currentActor;
    }

    /** A page of deliveries, latest first, begun before the moment given. */
    public List<Delivery> list(MunicipalityCode municipality, Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.of(municipality, before, PAGE));
    }

    /** One delivery of the actor's municipality. */
    public Delivery find(String id) {
        return find(Acting.municipality(currentActor.get()), id);
    }

    /** One delivery. */
    public Delivery find(MunicipalityCode municipality, String id) {
        UUID uuid = parse(id);
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.find(municipality, new DeliveryId(uuid)))
                .orElseThrow(() -> new FeedFault(FeedErrorCode.DELIVERY_UNKNOWN));
    }

    /** A page of a delivery's quarantined rows. */
    public List<Deliveries.QuarantinedRow> quarantine(Delivery delivery, long afterLine, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.quarantine(delivery.id(), afterLine, limit));
    }

    /** Bands of rows out of scope, for the DPO. */
    public List<Deliveries.ScopeBand> scopeBands() {
        MunicipalityCode municipality = Acting.municipality(currentActor.get());
        return QuarkusTransaction.requiringNew().call(() -> deliveries.scopeBands(municipality, PAGE));
    }

    private static UUID parse(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new FeedFault(FeedErrorCode.DELIVERY_UNKNOWN);
        }
        return UUID.fromString(id);
    }
}
