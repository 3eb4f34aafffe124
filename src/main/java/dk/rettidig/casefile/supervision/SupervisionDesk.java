package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
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

    /** Reading the largest municipality's cases takes seconds. */
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    private final Rounds rounds;
    private final OwnFrames own;
    private final Epochs epochs;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration shortestWait;

    SupervisionDesk(
            Rounds rounds,
            OwnFrames own,
            Epochs epochs,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "rettidig.supervision.shortest-wait", defaultValue = "PT1H") Duration shortestWait) {
        this.rounds = rounds;
        this.own = own;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
        this.shortestWait = shortestWait;
    }

    /**
     * A frame as somebody sent it; what was not sent is empty.
     *
     * @param sample how many cases to draw
     * @param opensAt the moment after which they are drawn
     * @param source who makes the frame; the service when it says so, otherwise it is in the CSV
     * @param frame CSV
     */
    public record Draft(String drawnFrom, String source, long sample, String opensAt, String frame) {
        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * Binds a frame: from here on it cannot be changed, and it is drawn without anybody.
     *
     * @throws SupervisionFault {@code supervision_input_invalid}
     * @throws dk.rettidig.gate.RefusedFault when the service is to make it and the gate does not permit that
     */
    public Round commit(Actor actor, Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FieldError> problems = new ArrayList<>();
        Optional<DrawnFrom> from = known("drawn_from", DrawnFrom.parse(draft.drawnFrom()), problems);
        Optional<FrameSource> source = known("source", FrameSource.parse(draft.source()), problems);
        Optional<Instant> opens = opens(draft.opensAt(), now);
        if (opens.isEmpty()) {
            problems.add(new FieldError("opens_at", SupervisionErrorCode.OPENS_INVALID));
        }
        boolean byService = source.equals(Optional.of(FrameSource.SERVICE));
        List<FieldError> wrongLines = new ArrayList<>();
        List<FrameCase> cases = byService ? List.of() : Frame.read(draft.frame(), random, wrongLines);
        problems.addAll(wrongLines);
        boolean tooMany = !byService && wrongLines.isEmpty() && draft.sample() > cases.size();
        refuse(draft.sample() < 1 || tooMany ? withSample(problems) : problems);
        int sample = Math.toIntExact(draft.sample());
        Times times = new Times(opens.orElseThrow(), now);
        if (byService) {
            return own(actor, from.orElseThrow(), sample, times);
        }
        Kind kind = new Kind(from.orElseThrow(), FrameSource.UPLOADED);
        Round round = round(municipality(actor), kind, cases, sample, times);
        QuarkusTransaction.requiringNew().run(() -> bind(actor, round, cases));
        return round;
    }

    private static <T> Optional<T> known(String field, Optional<T> choice, List<FieldError> problems) {
        if (choice.isEmpty()) {
            problems.add(new FieldError(field, SupervisionErrorCode.CHOICE_UNKNOWN));
        }
        return choice;
    }

    private static List<FieldError> withSample(List<FieldError> problems) {
        problems.add(new FieldError("sample", SupervisionErrorCode.SAMPLE_INVALID));
        return problems;
    }

    private static void refuse(List<FieldError> problems) {
        if (!problems.isEmpty()) {
            throw SupervisionFault.invalid(problems);
        }
    }

    /** Reads who is in the frame and binds it in one transaction: nobody has seen it in between. */
    private Round own(Actor actor, DrawnFrom from, int sample, Times times) {
        own.demand(actor, from, Action.MAKE_FRAME);
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST_READING.toSeconds()))
                .call(() -> {
                    epochs.hold(municipality.value());
                    List<FrameCase> cases = own.make(municipality, from, times.committed());
                    if (cases.isEmpty()) {
                        throw SupervisionFault.invalid(
                                List.of(new FieldError("source", SupervisionErrorCode.FRAME_EMPTY)));
                    }
                    refuse(sample > cases.size() ? withSample(new ArrayList<>()) : List.of());
                    Round round = round(municipality, new Kind(from, FrameSource.SERVICE), cases, sample, times);
                    bind(actor, round, cases);
                    return round;
                });
    }

    private record Kind(DrawnFrom from, FrameSource source) {}

    private record Times(Instant opens, Instant committed) {}

    private static Round round(MunicipalityCode of, Kind kind, List<FrameCase> cases, int sample, Times times) {
        return new Round(
                UUID.randomUUID(),
                of,
                kind.from(),
                kind.source(),
                cases.size(),
                sample,
                Draw.root(cases.stream().map(FrameCase::ticket).toList()),
                times.opens(),
                times.committed(),
                Optional.empty());
    }

    private void bind(Actor actor, Round round, List<FrameCase> cases) {
        AppendId frame = ledger.append(
                actor,
                new SupervisionEvent.FrameCommitted(
                        round.id(),
                        round.municipality(),
                        round.drawnFrom(),
                        round.source(),
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

    /**
     * A round whose cases are drawn, in the caller's transaction.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}
     */
    static Round drawn(Rounds rounds, Actor actor, String id) {
        Round round = rounds.find(municipality(actor), asked(id)).orElseThrow(SupervisionFault::notFound);
        if (round.drawn().isEmpty()) {
            throw new SupervisionFault(SupervisionErrorCode.NOT_DRAWN);
        }
        return round;
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
