package dk.rettidig.review.reidentification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.review.ReviewFault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people see of requests, and the data protection officer of counts. The routes ask the gate. */
@ApplicationScoped
public class ReidentificationList {

    /** How far back lists reach; a request waits for a week and an approval stands for a day. */
    private static final Duration REACH = Duration.ofDays(30);

    private static final int MOST = 200;
    private static final int MOST_DAYS = 366;

    private final Reidentifications requests;
    private final ReidentificationCounts counts;
    private final SubstituteDesk substitutes;
    private final Flags flags;
    private final Clock clock;

    ReidentificationList(
            Reidentifications requests,
            ReidentificationCounts counts,
            SubstituteDesk substitutes,
            Flags flags,
            Clock clock) {
        this.requests = requests;
        this.counts = counts;
        this.substitutes = substitutes;
        this.flags = flags;
        this.clock = clock;
    }

    /**
     * A request with what its reader may know.
     *
     * @param asOf the day whose facts the flag rests on; empty when they are erased
     * @param mine whether the reader asked
     */
    public record Item(
            Reidentification request, Reidentification.State state, Optional<LocalDate> asOf, boolean mine) {}

    /** The municipality's requests of the last 30 days to whoever decides them; a caseworker's own to anybody else. */
    public List<Item> list(Actor actor) {
        MunicipalityCode municipality = actor.municipality().orElseThrow(ReviewFault::notFound);
        Instant now = clock.instant();
        boolean all = decides(actor);
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.since(municipality, now.minus(REACH), MOST))
                .stream()
                .filter(request -> all || mine(actor, request))
                .map(request -> item(actor, request, now))
                .toList();
    }

    /** The caller's own requests about a flag, latest first. The caller has asked the gate about the flag. */
    public List<Item> about(Actor actor, FlagId flag) {
        if (!(actor instanceof Actor.Caseworker caseworker)) {
            return List.of();
        }
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.about(caseworker.at(), flag, caseworker.known()))
                .stream()
                .map(request -> item(actor, request, now))
                .toList();
    }

    /** One request, to whoever decides it or asked. */
    public Item find(Actor actor, ReidentificationId id) {
        MunicipalityCode municipality = actor.municipality().orElseThrow(ReviewFault::notFound);
        boolean all = decides(actor);
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.find(municipality, id))
                .filter(request -> all || mine(actor, request))
                .map(request -> item(actor, request, clock.instant()))
                .orElseThrow(ReviewFault::notFound);
    }

    /** Whether the actor decides what others ask: a team leader always, a caseworker as the substitute of the day. */
    public boolean decides(Actor actor) {
        return actor instanceof Actor.TeamLeader || substitutes.holds(actor);
    }

    /**
     * Counts for each person, both days included.
     *
     * @throws ReidentificationFault when the days are more than a year apart or the wrong way round
     */
    public List<PersonCount> counts(MunicipalityCode municipality, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new ReidentificationFault(ReidentificationErrorCode.DAYS_MALFORMED);
        }
        return QuarkusTransaction.requiringNew().call(() -> counts.sums(municipality, from, to));
    }

    private Item item(Actor actor, Reidentification request, Instant now) {
        Optional<LocalDate> asOf =
                flags.facts(request.municipality(), request.flag()).map(facts -> facts.asOf());
        return new Item(request, request.state(now), asOf, mine(actor, request));
    }

    private static boolean mine(Actor actor, Reidentification request) {
        return actor.name().equals(Optional.of(request.requestedBy()));
    }
}
