package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The duty roster: who is on duty, whom escalations go to, and what nobody covers. The routes ask the gate. */
@ApplicationScoped
public class RosterDesk {

    /** When work begins on a working day, Danish time. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final DutyRoster roster;
    private final DeadlineEngine calendar;
    private final Ledger ledger;
    private final Clock clock;

    RosterDesk(DutyRoster roster, DeadlineEngine calendar, Ledger ledger, Clock clock) {
        this.roster = roster;
        this.calendar = calendar;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A time that no period covers. */
    public record Gap(Instant from, Instant to) {}

    /**
     * The roster from now on.
     *
     * @param current the period that holds now
     * @param gaps between now and the end of the last period
     * @param fallback whom the gaps go to; empty is every team leader
     */
    public record Plan(
            List<DutyPeriod> periods, Optional<DutyPeriod> current, List<Gap> gaps, Optional<ActorName> fallback) {

        public Plan {
            periods = List.copyOf(periods);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A period as somebody wrote it.
     *
     * @param told blank means the same person
     * @param from ISO moment with offset
     */
    public record Draft(String onDuty, String told, String from, String to) {}

    /** The roster from now on. */
    public Plan plan(MunicipalityCode municipality) {
        Instant now = now();
        return QuarkusTransaction.requiringNew().call(() -> {
            List<DutyPeriod> periods = roster.after(municipality, now);
            Optional<DutyPeriod> current = periods.stream()
                    .filter(period -> !period.from().isAfter(now))
                    .findFirst();
            return new Plan(periods, current, gaps(periods, now), roster.fallback(municipality));
        });
    }

    static List<Gap> gaps(List<DutyPeriod> periods, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = now;
        for (DutyPeriod period : periods) {
            if (period.from().isAfter(covered)) {
                gaps.add(new Gap(covered, period.from()));
            }
            covered = period.to();
        }
        return gaps;
    }

    /** When the next working day begins: before it something must be done by whoever is on duty. */
    public Instant nextMorning() {
        Instant now = now();
        LocalDate day = Due.dayOf(now);
        while (!calendar.isWorkingDay(day) || !morning(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return morning(day);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(Due.DENMARK).toInstant();
    }

    /**
     * Puts a period on the roster.
     *
     * @throws NotificationFault {@code notification_input_invalid}, {@code roster_overlaps}
     */
    public void set(Actor actor, Draft draft) {
        DutyPeriod period = read(draft, municipality(actor));
        QuarkusTransaction.requiringNew().run(() -> {
            roster.hold(period.municipality());
            if (roster.after(period.municipality(), period.from()).stream().anyMatch(period::overlaps)) {
                throw new NotificationFault(NotificationErrorCode.ROSTER_OVERLAPS);
            }
            roster.add(period, name(actor), now());
            ledger.append(actor, new RosterEvent.PeriodSet(period));
        });
    }

    private DutyPeriod read(Draft draft, MunicipalityCode municipality) {
        List<FieldError> problems = new ArrayList<>();
        Optional<ActorName> onDuty = person(draft.onDuty(), "on_duty", problems);
        Optional<ActorName> told = draft.told().isBlank() ? onDuty : person(draft.told(), "told", problems);
        Optional<Instant> from = NotificationDraft.moment(draft.from());
        Optional<Instant> to = NotificationDraft.moment(draft.to());
        if (from.isEmpty()) {
            problems.add(new FieldError("from", NotificationErrorCode.ROSTER_PERIOD_INVALID));
        }
        if (to.isEmpty()
                || !to.get().isAfter(now())
                || from.filter(begin -> !begin.isBefore(to.get())).isPresent()) {
            problems.add(new FieldError("to", NotificationErrorCode.ROSTER_PERIOD_INVALID));
        }
        if (!problems.isEmpty()) {
            throw NotificationFault.invalid(problems);
        }
        return new DutyPeriod(
                UUID.randomUUID(),
                municipality,
                onDuty.orElseThrow(),
                told.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow());
    }

    private static Optional<ActorName> person(String text, String field, List<FieldError> problems) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > 255 || CprDetector.found(name)) {
            problems.add(new FieldError(field, NotificationErrorCode.ROSTER_PERSON_INVALID));
            return Optional.empty();
        }
        return Optional.of(new ActorName(name));
    }

    /**
     * Takes a period off the roster.
     *
     * @throws NotificationFault {@code not_found}
     */
    public void remove(Actor actor, String id) {
        MunicipalityCode municipality = municipality(actor);
        QuarkusTransaction.requiringNew().run(() -> {
            roster.hold(municipality);
            DutyPeriod period = roster.remove(
                            municipality, NotificationId.asked(id).value())
                    .orElseThrow(NotificationFault::notFound);
            ledger.append(actor, new RosterEvent.PeriodRemoved(period));
        });
    }

    /**
     * Names the person for the times when nobody is on the roster.
     *
     * @throws NotificationFault {@code notification_input_invalid}
     */
    public void nameFallback(Actor actor, String text) {
        MunicipalityCode municipality = municipality(actor);
        List<FieldError> problems = new ArrayList<>();
        ActorName person = person(text, "fallback", problems).orElseThrow(() -> NotificationFault.invalid(problems));
        QuarkusTransaction.requiringNew().run(() -> {
            roster.setFallback(municipality, person, name(actor), now());
            ledger.append(actor, new RosterEvent.FallbackNamed(municipality, person));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(NotificationFault::notFound);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(NotificationFault::notFound);
    }
}
