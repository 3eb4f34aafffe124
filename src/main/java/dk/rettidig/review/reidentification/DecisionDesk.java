package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.Flags;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The second person's side: a team leader, or the substitute of the day, approves or declines what somebody else asked. */
@ApplicationScoped
public class DecisionDesk {

    private final Gate gate;
    private final Flags flags;
    private final ReidentificationDesk desk;
    private final SubstituteDesk substitutes;
    private final Reidentifications requests;
    private final ReidentificationRecord record;
    private final Clock clock;

    DecisionDesk(
            Gate gate,
            Flags flags,
            ReidentificationDesk desk,
            SubstituteDesk substitutes,
            Reidentifications requests,
            ReidentificationRecord record,
            Clock clock) {
        this.gate = gate;
        this.flags = flags;
        this.desk = desk;
        this.substitutes = substitutes;
        this.requests = requests;
        this.record = record;
        this.clock = clock;
    }

    private record Asked(Actor.Municipal actor, Reidentification request, boolean substitute) {}

    /** Approves: tickets are issued for {@link Reidentification#STANDS}. */
    public Reidentification approve(Actor actor, ReidentificationId id) {
        Asked asked = asked(actor, id);
        desk.alive(asked.request().municipality(), asked.request().flag());
        Reidentification.Decision decision =
                new Reidentification.Decision(asked.actor().known(), now(), Optional.empty());
        return decided(
                asked,
                decision,
                new ReidentificationEvent.Approved(
                        asked.request(), decision.at().plus(Reidentification.STANDS), asked.substitute()),
                CountedAct.APPROVED);
    }

    /** Declines, for a reason that the caseworker is shown. */
    public Reidentification decline(Actor actor, ReidentificationId id, String because) {
        Asked asked = asked(actor, id);
        Optional<FieldError> problem = Justification.problem(because).map(code -> new FieldError("because", code));
        if (problem.isPresent()) {
            throw ReviewFault.invalid(List.of(problem.get()));
        }
        Justification reason = new Justification(because);
        return decided(
                asked,
                new Reidentification.Decision(asked.actor().known(), now(), Optional.of(reason)),
                new ReidentificationEvent.Declined(asked.request(), reason, asked.substitute()),
                CountedAct.DECLINED);
    }

    /** The gate is asked whether or not there is such a request: who may not decide does not learn of it. */
    private Asked asked(Actor actor, ReidentificationId id) {
        Optional<Reidentification> found = actor.municipality().flatMap(at -> find(at, id));
        boolean self = found.map(request -> actor.name().equals(Optional.of(request.requestedBy())))
                .orElse(false);
        boolean substitute = substitutes.holds(actor);
        Request question = Request.plain(
                        actor, Action.APPROVE_REIDENTIFICATION, Purpose.CHILD_SUPPORT, actor.municipality())
                .with("proposed_by", self ? "self" : "other")
                .with("substitute", substitute ? "yes" : "no")
                .with(
                        "reidentification",
                        found.map(request -> request.id().toString()).orElse("unknown"));
        Request about = found.flatMap(request -> flags.facts(request.municipality(), request.flag()))
                .map(FlagFacts::pseudonym)
                .map(question::about)
                .orElse(question);
        record.counting(actor, () -> gate.demand(about));
        Reidentification request = found.orElseThrow(ReviewFault::notFound);
        Actor.Municipal municipal = (Actor.Municipal) actor;
        if (self) {
            // A second wall behind the gate's rule; the table's own check is the third.
            throw record.refused(
                    municipal, Action.APPROVE_REIDENTIFICATION, Optional.of(id), ReidentificationErrorCode.SAME_PERSON);
        }
        return new Asked(municipal, request, substitute);
    }

    private Reidentification decided(
            Asked asked, Reidentification.Decision decision, ReidentificationEvent event, CountedAct act) {
        Reidentification request = asked.request();
        boolean done = QuarkusTransaction.requiringNew().call(() -> {
            boolean decided = requests.decide(request, decision);
            if (decided) {
                record.enter(asked.actor(), event, request.municipality(), decision.by(), act);
            }
            return decided;
        });
        if (!done) {
            boolean lapsed = find(request.municipality(), request.id())
                    .map(each -> each.state(decision.at()) == Reidentification.State.LAPSED)
                    .orElse(false);
            throw record.refused(
                    asked.actor(),
                    Action.APPROVE_REIDENTIFICATION,
                    Optional.of(request.id()),
                    lapsed ? ReidentificationErrorCode.LAPSED : ReidentificationErrorCode.OUT_OF_TURN);
        }
        return find(request.municipality(), request.id()).orElseThrow(ReviewFault::notFound);
    }

    private Optional<Reidentification> find(MunicipalityCode municipality, ReidentificationId id) {
        return QuarkusTransaction.requiringNew().call(() -> requests.find(municipality, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
