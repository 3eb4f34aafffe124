package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Actor;
import dk.rettidig.law.ReviewRuleRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes reports of rounds. The routes ask the gate. */
@ApplicationScoped
public class Reports {

    private final Rounds rounds;
    private final Reviews reviews;
    private final ReviewRuleRegister rules;

    Reports(Rounds rounds, Reviews reviews, ReviewRuleRegister rules) {
        this.rounds = rounds;
        this.reviews = reviews;
        this.rules = rules;
    }

    /**
     * What a round shows; before the draw nothing is settled.
     *
     * @throws SupervisionFault {@code not_found}
     */
    public RoundReport of(Actor actor, String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = rounds.find(SupervisionDesk.municipality(actor), SupervisionDesk.asked(id))
                    .orElseThrow(SupervisionFault::notFound);
            Optional<RoundReport> before = rounds.list(round.municipality()).stream()
                    .filter(other -> other.drawn().isPresent()
                            && other.drawnFrom() == round.drawnFrom()
                            && other.opensAt().isBefore(round.opensAt()))
                    .findFirst()
                    .map(other -> report(other, Optional.empty()));
            return report(round, before);
        });
    }

    private RoundReport report(Round round, Optional<RoundReport> before) {
        return RoundReport.of(round, rules.rules(), reviews.all(round), reviews.plans(round), before);
    }

    /** The form, and the share above which training is needed. */
    public ReviewRuleRegister rules() {
        return rules;
    }
}
