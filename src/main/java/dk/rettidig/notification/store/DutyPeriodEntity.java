package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.DutyPeriod;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code duty_period}: written once, never changed. */
@Entity
@Immutable
@Table(name = "duty_period")
@IdClass(DutyPeriodEntity.Key.class)
class DutyPeriodEntity {

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private String onDuty;
    private String told;
    private Instant fromAt;
    private Instant toAt;

    @SuppressWarnings("UnusedVariable") // kept for whoever asks the database who set it
    private String setBy;

    @SuppressWarnings("UnusedVariable") // and when
    private Instant setAt;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    DutyPeriodEntity() {}

    DutyPeriodEntity(DutyPeriod period, ActorName by, Instant at) {
        this.municipality = period.municipality().number();
        this.id = period.id();
        this.onDuty = period.onDuty().value();
        this.told = period.told().value();
        this.fromAt = period.from();
        this.toAt = period.to();
        this.setBy = by.value();
        this.setAt = at;
    }

    DutyPeriod period() {
        return new DutyPeriod(
                id, MunicipalityCode.of(municipality), new ActorName(onDuty), new ActorName(told), fromAt, toAt);
    }
}
