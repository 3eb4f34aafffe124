package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.ReviewErrorCode;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names who decides requests in the team leader's place. The routes ask the gate. */
@ApplicationScoped
public class SubstituteDesk {

    private static final int LONGEST_NAME = 255;

    /** How long before it begins a period may be named, days. */
    private static final int AHEAD = 90;

    private final Substitutes substitutes;
    private final ReidentificationRecord record;
    private final Clock clock;

    SubstituteDesk(Substitutes substitutes, ReidentificationRecord record, Clock clock) {
        this.substitutes = substitutes;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Names one; the one that stood before ends.
     *
     * @param name with which the person signs in
     * @param from ISO date
     * @param to ISO date
     */
    public Substitute name(Actor actor, String name, String from, String to) {
        Actor.TeamLeader leader = leader(actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FieldError> errors = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.matches("\\P{Cntrl}*") || CprNumbers.in(name)) {
            errors.add(new FieldError("name", ReviewErrorCode.NAME_INVALID));
        }
        Optional<Days> days = days(from, to, Words.day(now));
        if (days.isEmpty()) {
            errors.add(new FieldError("from", ReviewErrorCode.PERIOD_INVALID));
        }
        if (!errors.isEmpty()) {
            throw ReviewFault.invalid(errors);
        }
        Substitute fresh = new Substitute(
                UUID.randomUUID(),
                leader.at(),
                new ActorName(name.strip()),
                leader.known(),
                now,
                days.orElseThrow().from(),
                days.orElseThrow().to());
        try {
            QuarkusTransaction.requiringNew().run(() -> put(leader, fresh));
        } catch (ReidentificationFault changed) {
            throw record.refused(leader, Action.NAME_SUBSTITUTE, Optional.empty(), changed.reason());
        }
        return fresh;
    }

    /** The end of the one before and the naming stand or fall together. */
    private void put(Actor.TeamLeader leader, Substitute fresh) {
        ended(leader, fresh.namedAt());
        if (!substitutes.name(fresh)) {
            throw new ReidentificationFault(ReidentificationErrorCode.SUBSTITUTE_CHANGED);
        }
        record.enter(leader, new ReidentificationEvent.SubstituteNamed(fresh));
    }

    /** Ends the time of the one that stands. */
    public void end(Actor actor) {
        Actor.TeamLeader leader = leader(actor);
        if (!QuarkusTransaction.requiringNew().call(() -> ended(leader, clock.instant()))) {
            throw record.refused(
                    leader, Action.NAME_SUBSTITUTE, Optional.empty(), ReidentificationErrorCode.SUBSTITUTE_NONE);
        }
    }

    private boolean ended(Actor.TeamLeader leader, Instant at) {
        Optional<Substitute> before = substitutes.standing(leader.at());
        boolean ended = before.isPresent() && substitutes.end(leader.at(), at);
        if (ended) {
            record.enter(leader, new ReidentificationEvent.SubstituteEnded(before.get()));
        }
        return ended;
    }

    /** The one whose days are not over. The caller has asked the gate. */
    public Optional<Substitute> standing(MunicipalityCode municipality) {
        LocalDate today = Words.day(clock.instant());
        return QuarkusTransaction.requiringNew()
                .call(() -> substitutes.standing(municipality))
                .filter(one -> !one.to().isBefore(today));
    }

    /** Whether the actor decides today in a team leader's place. */
    public boolean holds(Actor actor) {
        LocalDate today = Words.day(clock.instant());
        return actor instanceof Actor.Caseworker caseworker
                && standing(caseworker.at())
                        .filter(one -> one.name().equals(caseworker.known()) && one.holdsOn(today))
                        .isPresent();
    }

    private record Days(LocalDate from, LocalDate to) {}

    private static Optional<Days> days(String from, String to, LocalDate today) {
        try {
            Days days = new Days(LocalDate.parse(from.strip()), LocalDate.parse(to.strip()));
            boolean fits = !days.from.isBefore(today)
                    && !days.from.isAfter(today.plusDays(AHEAD))
                    && !days.to.isBefore(days.from)
                    && !days.to.isAfter(days.from.plusDays(Substitute.MOST_DAYS - 1));
            return fits ? Optional.of(days) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Actor.TeamLeader leader(Actor actor) {
        if (actor instanceof Actor.TeamLeader leader) {
            return leader;
        }
        throw ReviewFault.notFound();
    }
}
