package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes reports of rounds. The routes ask the gate. */
@ApplicationScoped
public class Reports {

    private final Rounds rounds;
    private final Reviews reviews;
    private final ReviewRuleRegister rules;
    private final Clock clock;

    Reports(Rounds rounds, Reviews reviews, ReviewRuleRegister rules, Clock clock) {
        this.rounds = rounds;
        this.reviews = reviews;
        this.rules = rules;
        this.clock = clock;
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

    /**
     * The drawn rounds of one kind of frame, oldest first, and what came of their plans.
     *
     * @throws SupervisionFault {@code not_found}
     */
    public Series series(Actor actor, DrawnFrom from) {
        MunicipalityCode municipality = SupervisionDesk.municipality(actor);
        LocalDate today = Words.day(clock.instant());
        return QuarkusTransaction.requiringNew().call(() -> {
            List<RoundReport> reports = drawn(municipality, from).stream()
                    .map(round -> report(round, Optional.empty()))
                    .toList();
            return new Series(from, reports, Retest.of(reports, today));
        });
    }

    /**
     * What a drawn round shows, for those outside.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}
     */
    public CommitteeReport committee(Actor actor, String id) {
        Round round = QuarkusTransaction.requiringNew().call(() -> SupervisionDesk.drawn(rounds, actor, id));
        Series series = series(actor, round.drawnFrom());
        RoundReport report = series.report(round).orElseThrow(SupervisionFault::notFound);
        return CommitteeReport.of(report, series, rules.rules(), rules.trainingShare());
    }

    private List<Round> drawn(MunicipalityCode municipality, DrawnFrom from) {
        return rounds.list(municipality).reversed().stream()
                .filter(round -> round.drawn().isPresent() && round.drawnFrom() == from)
                .toList();
    }

    /** How many plans of the municipality's rounds have passed their day without a round that tests them. */
    public int overdue(MunicipalityCode municipality) {
        LocalDate today = Words.day(clock.instant());
        return QuarkusTransaction.requiringNew()
                .call(() -> Arrays.stream(DrawnFrom.values())
                        .mapToInt(from -> overdue(drawn(municipality, from), today))
                        .sum());
    }

    private int overdue(List<Round> drawn, LocalDate today) {
        int overdue = 0;
        for (int i = 0; i < drawn.size(); i++) {
            List<Round> later = drawn.subList(i + 1, drawn.size());
            for (Improvement plan : reviews.plans(drawn.get(i))) {
                boolean untested = later.stream().noneMatch(round -> Retest.tests(round, plan));
                overdue += untested && plan.due().isBefore(today) ? 1 : 0;
            }
        }
        return overdue;
    }

    private RoundReport report(Round round, Optional<RoundReport> before) {
        return RoundReport.of(round, rules.rules(), reviews.all(round), reviews.plans(round), before);
    }

    /** The form, and the share above which training is needed. */
    public ReviewRuleRegister rules() {
        return rules;
    }
}
