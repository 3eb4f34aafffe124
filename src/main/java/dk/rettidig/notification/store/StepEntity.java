package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepKind;
import dk.rettidig.text.Justification;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code notification_step}: written once, never changed. */
@Entity
@Immutable
@Table(name = "notification_step")
@IdClass(StepEntity.Key.class)
class StepEntity {

    /** By number from 1. */
    record Key(short municipality, UUID notification, int number) {}

    @Id
    private short municipality;

    @Id
    private UUID notification;

    @Id
    private int number;

    private String kind;
    private String result;
    private @Nullable String because;
    private String recordedBy;
    private Instant happenedAt;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    StepEntity() {}

    StepEntity(Notification of, int number, Step step) {
        this.municipality = of.municipality().number();
        this.notification = of.id().value();
        this.number = number;
        this.kind = step.kind().id();
        this.result = step.result();
        this.because = step.because().map(Justification::text).orElse(null);
        this.recordedBy = step.by().value();
        this.happenedAt = step.happenedAt();
        this.recordedAt = step.recordedAt();
    }

    UUID notification() {
        return notification;
    }

    Step step() {
        return new Step(
                StepKind.parse(kind).orElseThrow(),
                result,
                Optional.ofNullable(because).map(Justification::new),
                new ActorName(recordedBy),
                happenedAt,
                recordedAt);
    }
}
