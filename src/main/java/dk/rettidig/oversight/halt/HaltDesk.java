package dk.rettidig.oversight.halt;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.PersonInput;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Registers and lifts halts, each with its entry in one transaction. The routes ask the gate. */
@ApplicationScoped
public class HaltDesk {

    private final Halts halts;
    private final HeldRows held;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    HaltDesk(Halts halts, HeldRows held, Epochs epochs, Ledger ledger, Clock clock) {
        this.halts = halts;
        this.held = held;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A halt as somebody wrote it; texts that were not sent are empty.
     *
     * @param until ISO date, or empty
     */
    public record Draft(String pseudonym, String kind, String caseReference, String until) {
        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * Registers a halt. Every feature is asked how much of the child it keeps, in the same transaction: one that fails fails the
     * registering. Whether there is anything makes no difference to whether the halt is registered.
     *
     * @throws OversightFault {@code person_input_invalid}, {@code halt_stands}
     */
    public Halt register(Actor actor, Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PersonInput input = new PersonInput();
        Optional<Pseudonym> child = input.pseudonym("pseudonym", draft.pseudonym());
        Optional<HaltKind> kind = input.choice("kind", HaltKind.parse(draft.kind()));
        Optional<JournalNumber> reference = input.journalNumber("case_reference", draft.caseReference());
        Optional<LocalDate> until = input.lastDay("until", draft.until(), Words.day(now));
        input.demand();
        Halt halt = new Halt(
                UUID.randomUUID(),
                municipality(actor),
                kind.orElseThrow(),
                reference.orElseThrow(),
                name(actor),
                now,
                until,
                Optional.empty());
        QuarkusTransaction.requiringNew().run(() -> put(actor, halt, child.orElseThrow()));
        return halt;
    }

    private void put(Actor actor, Halt halt, Pseudonym child) {
        epochs.hold(halt.municipality().value());
        if (!halts.add(halt, child)) {
            throw new OversightFault(OversightErrorCode.HALT_STANDS);
        }
        ledger.append(actor, new HaltEvent.Registered(halt, child, held.of(halt.municipality(), child)));
    }

    /**
     * Lifts a halt: what is due goes with the next erasure. What the child's halts kept until now is entered.
     *
     * @throws OversightFault {@code person_input_invalid}, {@code not_found}, {@code halt_ended}
     */
    public Halt lift(Actor actor, String id, String because) {
        PersonInput input = new PersonInput();
        Optional<Justification> reason = input.reason("because", because);
        input.demand();
        MunicipalityCode municipality = municipality(actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return QuarkusTransaction.requiringNew().call(() -> {
            Halt halt = halts.find(municipality, asked(id)).orElseThrow(OversightFault::notFound);
            epochs.hold(municipality.value());
            Map<String, Integer> kept = kept(halt);
            Pseudonym child = halts.lift(municipality, halt.id(), name(actor), now)
                    .orElseThrow(() -> new OversightFault(OversightErrorCode.HALT_ENDED));
            ledger.append(actor, new HaltEvent.Lifted(halt, child, kept, reason.orElseThrow()));
            return halts.find(municipality, halt.id()).orElseThrow();
        });
    }

    private Map<String, Integer> kept(Halt halt) {
        return halts.child(halt.municipality(), halt.id())
                .map(child -> held.of(halt.municipality(), child))
                .orElse(Map.of());
    }

    /**
     * A halt with what the halts of its child keep from planned deletion today: two halts of one child keep the same.
     *
     * @param rows how many rows by class of {@code policies/retention.yaml}, sorted; none when it has ended
     */
    public record Listed(Halt halt, SortedMap<String, Integer> rows) {
        public Listed {
            rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        }
    }

    /** The halts of the actor's municipality. */
    public List<Listed> list(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew()
                .call(() -> halts.list(municipality).stream()
                        .map(halt -> new Listed(halt, new TreeMap<>(holds(halt) ? kept(halt) : Map.of())))
                        .toList());
    }

    /** Whether a halt holds today. */
    public boolean holds(Halt halt) {
        return halt.holdsOn(Words.day(clock.instant()));
    }

    /** A text that is no id counts as one that nothing has. */
    private static UUID asked(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(OversightFault::notFound);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(OversightFault::notFound);
    }
}
