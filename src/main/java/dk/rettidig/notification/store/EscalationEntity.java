package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.law.DutyKind;
import dk.rettidig.notification.Escalation;
import dk.rettidig.notification.Notification;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code notification_escalation}: written once, never changed. */
@Entity
@Immutable
@Table(name = "notification_escalation")
@IdClass(EscalationEntity.Key.class)
class EscalationEntity {

    /** Each level of a duty once. */
    record Key(short municipality, UUID notification, String duty, String level) {}

    @Id
    private short municipality;

    @Id
    private UUID notification;

    @Id
    private String duty;

    @Id
    private String level;

    private @Nullable String told;
    private Instant at;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    EscalationEntity() {}

    EscalationEntity(Notification notification, Escalation escalation) {
        this.municipality = notification.municipality().number();
        this.notification = notification.id().value();
        this.duty = escalation.duty().id();
        this.level = escalation.level().id();
        this.told = escalation.to().map(ActorName::value).orElse(null);
        this.at = escalation.at();
    }

    UUID notification() {
        return notification;
    }

    Escalation escalation() {
        return new Escalation(
                DutyKind.parse(duty).orElseThrow(),
                Escalation.Level.parse(level).orElseThrow(),
                Optional.ofNullable(told).map(ActorName::new),
                at);
    }
}
