package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is on duty when. Each method takes part in the caller's transaction. */
public interface DutyRoster {

    /** Keeps others from changing the municipality's roster until the transaction ends. */
    void hold(MunicipalityCode municipality);

    /** Periods that end after the moment, in order. */
    List<DutyPeriod> after(MunicipalityCode municipality, Instant moment);

    /** The period that holds at the moment. */
    Optional<DutyPeriod> at(MunicipalityCode municipality, Instant moment);

    /** The person where no period holds. */
    Optional<ActorName> fallback(MunicipalityCode municipality);

    /** Files a period. */
    void add(DutyPeriod period, ActorName by, Instant at);

    /** Removes a period; empty when there is none. */
    Optional<DutyPeriod> remove(MunicipalityCode municipality, UUID period);

    /** Names the person where no period holds. */
    void setFallback(MunicipalityCode municipality, ActorName person, ActorName by, Instant at);

    /** Municipalities with a roster. */
    List<MunicipalityCode> municipalities();

    /** Erases periods that ended before the moment; returns how many. */
    int eraseEnded(MunicipalityCode municipality, Instant before);

    /** Whom to tell at a moment: before a deadline who is on duty, at it whom the roster names. */
    default Optional<ActorName> toTell(MunicipalityCode municipality, Escalation.Level level, Instant moment) {
        return at(municipality, moment)
                .map(period -> level == Escalation.Level.WARNING ? period.onDuty() : period.told())
                .or(() -> fallback(municipality));
    }
}
