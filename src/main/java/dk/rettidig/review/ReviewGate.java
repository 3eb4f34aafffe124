package dk.rettidig.review;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.Runs;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the gate about one flag with the grounds of the run that raised it. Who may not review is refused whether the flag
 * exists or not; a caseworker learns of a flag elsewhere exactly what there is to learn of one that does not exist.
 */
@ApplicationScoped
public class ReviewGate {

    private final Gate gate;
    private final Flags flags;
    private final Runs runs;
    private final Ledger ledger;

    ReviewGate(Gate gate, Flags flags, Runs runs, Ledger ledger) {
        this.gate = gate;
        this.flags = flags;
        this.runs = runs;
        this.ledger = ledger;
    }

    /**
     * Asks, and returns the caseworker whom the gate permitted.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     * @throws ReviewFault when the municipality has no such flag, or its content is erased
     */
    public Actor.Caseworker demand(Actor actor, Action action, FlagId flag) {
        if (!(actor instanceof Actor.Caseworker caseworker)) {
            gate.demand(Request.plain(actor, action, Purpose.CHILD_SUPPORT, actor.municipality()));
            throw ReviewFault.notFound();
        }
        FlagFacts facts = flags.facts(caseworker.at(), flag).orElseThrow(() -> missing(caseworker, flag));
        gate.demand(about(caseworker, action, facts));
        return caseworker;
    }

    /**
     * The request for something else that is done with one flag, on the grounds of the run that raised it. Whoever is answered
     * it asks the gate with it.
     */
    public Request about(Actor actor, Action action, FlagFacts facts) {
        return request(
                actor,
                action,
                facts,
                runs.find(facts.listing().run()).orElseThrow().request());
    }

    private ReviewFault missing(Actor.Caseworker caseworker, FlagId flag) {
        ledger.appendCommitted(caseworker, new ReviewEvent.FlagNotFound(caseworker.at(), flag));
        return flags.find(caseworker.at(), flag).isPresent()
                ? new ReviewFault(ReviewErrorCode.FLAG_GONE)
                : ReviewFault.notFound();
    }

    private static Request request(Actor actor, Action action, FlagFacts facts, RunRequest grounds) {
        MunicipalityCode municipality = facts.listing().municipality();
        return new Request(
                actor,
                action,
                Purpose.CHILD_SUPPORT,
                Optional.of(municipality),
                Optional.of(grounds.phase()),
                Optional.of(grounds.basis()),
                grounds.scope(),
                facts.values().stream().map(FlagFacts.Fact::indicator).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                municipality.equals(MunicipalityCode.SYNTHETIC),
                Optional.of(facts.pseudonym()),
                Map.of());
    }
}
