package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a frame is bound and rounds are read. The routes ask the gate. */
@ApplicationScoped
public class SupervisionDesk {

    private static final Duration LONGEST_WAIT = Duration.ofDays(90);

    private final Rounds rounds;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration shortestWait;

    SupervisionDesk(
            Rounds rounds,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "rettidig.supervision.shortest-wait", defaultValue = "PT1H") Duration shortestWait) {
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
        this.shortestWait = shortestWait;
    }

    /**
     * A frame as somebody sent it; what was not sent is empty.
     *
     * @param sample how many cases to draw
     * @param opensAt the moment after which they are drawn
     * @param frame CSV
     */
    public record Draft(String drawnFrom, long sample, String opensAt, String frame) {
        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * Binds a frame: from here on it cannot be changed, and it is drawn without anybody.
     *
     * @throws SupervisionFault {@code supervision_input_invalid}
     */
    public Round commit(Actor actor, Draft draft) {
        List<FieldError> problems = new ArrayList<>();
        Optional<DrawnFrom> from = DrawnFrom.parse(draft.drawnFrom());
        if (from.isEmpty()) {
            problems.add(new FieldError("drawn_from", SupervisionErrorCode.CHOICE_UNKNOWN));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Instant> opens = opens(draft.opensAt(), now);
        if (opens.isEmpty()) {
            problems.add(new FieldError("opens_at", SupervisionErrorCode.OPENS_INVALID));
        }
        List<FieldError> wrongLines = new ArrayList<>();
        List<FrameCase> cases = Frame.read(draft.frame(), random, wrongLines);
        problems.addAll(wrongLines);
        if (draft.sample() < 1 || (wrongLines.isEmpty() && draft.sample() > cases.size())) {
            problems.add(new FieldError("sample", SupervisionErrorCode.SAMPLE_INVALID));
        }
        if (!problems.isEmpty()) {
            throw SupervisionFault.invalid(problems);
        }
        Round round = new Round(
                UUID.randomUUID(),
                municipality(actor),
                from.orElseThrow(),
                cases.size(),
                Math.toIntExact(draft.sample()),
                Draw.root(cases.stream().map(FrameCase::ticket).toList()),
                opens.orElseThrow(),
                now,
                Optional.empty());
        QuarkusTransaction.requiringNew().run(() -> bind(actor, round, cases));
        return round;
    }

    private void bind(Actor actor, Round round, List<FrameCase> cases) {
        AppendId frame = ledger.append(
                actor,
                new SupervisionEvent.FrameCommitted(
                        round.id(),
                        round.municipality(),
                        round.drawnFrom(),
                        round.cases(),
                        round.sample(),
                        round.root(),
                        round.opensAt()));
        rounds.add(round, frame, cases);
    }

    private Optional<Instant> opens(String text, Instant now) {
        try {
            Instant opens = Instant.parse(text.strip()).truncatedTo(ChronoUnit.MICROS);
            boolean fits = !opens.isBefore(now.plus(shortestWait)) && !opens.isAfter(now.plus(LONGEST_WAIT));
            return fits ? Optional.of(opens) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The rounds of the actor's municipality, newest first. */
    public List<Round> list(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> rounds.list(municipality));
    }

    /**
     * A round of the actor's municipality.
     *
     * @throws SupervisionFault {@code not_found}
     */
    public Round round(Actor actor, String id) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew()
                .call(() -> rounds.find(municipality, asked(id)).orElseThrow(SupervisionFault::notFound));
    }

    /**
     * The file that an outsider draws again from: tickets and proofs, no case.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}
     */
    public DrawDocument draw(Actor actor, String id) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = rounds.find(municipality, asked(id)).orElseThrow(SupervisionFault::notFound);
            String proof = rounds.proof(round).orElseThrow(() -> new SupervisionFault(SupervisionErrorCode.NOT_DRAWN));
            return DrawDocument.of(
                    round,
                    rounds.tickets(round),
                    rounds.drawnCases(round).stream()
                            .map(drawn -> drawn.of().ticket())
                            .toList(),
                    proof);
        });
    }

    /** A text that is no id counts as one that nothing has. */
    static UUID asked(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(SupervisionFault::notFound);
    }
}
