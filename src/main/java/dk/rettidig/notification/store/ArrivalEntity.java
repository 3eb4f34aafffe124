package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.Arrival;
import dk.rettidig.notification.NotificationId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code notification_arrival}: written once, never changed. */
@Entity
@Immutable
@Table(name = "notification_arrival")
@IdClass(ArrivalEntity.Key.class)
class ArrivalEntity {

    /** Each name of a sender once. */
    record Key(short municipality, String registry, String called) {}

    @Id
    private short municipality;

    @Id
    private String registry;

    @Id
    private String called;

    private UUID notification;
    private UUID delivery;
    private String content;
    private @Nullable String incident;
    private Instant deliveredAt;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    ArrivalEntity() {}

    ArrivalEntity(MunicipalityCode municipality, Arrival arrival) {
        this.municipality = municipality.number();
        this.registry = arrival.registry();
        this.called = arrival.called();
        this.notification = arrival.notification().value();
        this.delivery = arrival.delivery();
        this.content = arrival.content();
        this.incident = arrival.incident().orElse(null);
        this.deliveredAt = arrival.deliveredAt();
    }

    Arrival arrival() {
        return new Arrival(
                registry,
                called,
                new NotificationId(notification),
                delivery,
                content,
                Optional.ofNullable(incident),
                deliveredAt);
    }
}
