package dk.rettidig.oversight.extract;

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
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** From a request for access to a document that may leave: prepare, decide entry by entry, release. The routes ask the gate. */
@ApplicationScoped
public class ExtractDesk {

    /** What stands for "given out" where a ground would stand. */
    public static final String GIVEN = "give";

    private final Extracts extracts;
    private final Gathering gathering;
    private final Composition composition;
    private final ExtractPages pages;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    ExtractDesk(
            Extracts extracts,
            Gathering gathering,
            Composition composition,
            ExtractPages pages,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.extracts = extracts;
        this.gathering = gathering;
        this.composition = composition;
        this.pages = pages;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Prepares a draft of all that can be said of a child.
     *
     * @param pseudonym as the vault shows it
     * @throws OversightFault {@code person_input_invalid}
     */
    public Extract.Draft prepare(Actor actor, String pseudonym, String caseReference) {
        PersonInput input = new PersonInput();
        Optional<Pseudonym> child = input.pseudonym("pseudonym", pseudonym);
        Optional<JournalNumber> reference = input.journalNumber("case_reference", caseReference);
        input.demand();
        Extract extract = new Extract(
                UUID.randomUUID(), municipality(actor), reference.orElseThrow(), name(actor), now(), Optional.empty());
        return QuarkusTransaction.requiringNew().call(() -> {
            epochs.hold(extract.municipality().value());
            List<Passage> passages = gathering.of(extract.municipality(), child.orElseThrow());
            extracts.add(extract, child.orElseThrow(), passages);
            ledger.append(actor, new ExtractEvent.Prepared(extract, child.orElseThrow()));
            withhold(extract, passages);
            return extracts.find(extract.municipality(), extract.id()).orElseThrow();
        });
    }

    /** Who notified as a private person is withheld unless whoever decides says otherwise. */
    private void withhold(Extract extract, List<Passage> passages) {
        Map<Integer, Extract.Decision> withheld = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).kind().equals(NotificationPassages.PRIVATE_NOTIFIER)) {
                withheld.put(
                        i + 1,
                        new Extract.Decision(
                                Optional.of(WithholdingGround.NOTIFIER), extract.preparedBy(), extract.preparedAt()));
            }
        }
        if (!withheld.isEmpty()) {
            extracts.decide(extract, withheld);
        }
    }

    /**
     * Decides on entries of a draft; an entry that was decided on before is decided anew.
     *
     * @param choices {@value #GIVEN} or the word of a ground, by number
     * @throws OversightFault {@code person_input_invalid}, {@code extract_released}, {@code not_found}
     */
    public Extract.Draft decide(Actor actor, String id, Map<Integer, String> choices) {
        Instant at = now();
        PersonInput input = new PersonInput();
        Map<Integer, Extract.Decision> decisions = new HashMap<>();
        choices.forEach((number, choice) -> {
            Optional<WithholdingGround> ground = WithholdingGround.parse(choice);
            if (ground.isPresent() || choice.equals(GIVEN)) {
                decisions.put(number, new Extract.Decision(ground, name(actor), at));
            } else {
                input.wrong("entry-" + number, OversightErrorCode.CHOICE_UNKNOWN);
            }
        });
        return QuarkusTransaction.requiringNew().call(() -> {
            Extract.Draft draft = open(actor, id);
            choices.keySet().stream()
                    .filter(number -> number < 1 || number > draft.items().size())
                    .forEach(number -> input.wrong("entry-" + number, OversightErrorCode.CHOICE_UNKNOWN));
            input.demand();
            if (!decisions.isEmpty()) {
                extracts.decide(draft.extract(), decisions);
                ledger.append(actor, new ExtractEvent.Decided(draft.extract(), extracts.child(draft.extract())));
            }
            return find(actor, id);
        });
    }

    /**
     * Releases what was decided to be given. From here on it cannot be changed.
     *
     * @throws OversightFault {@code extract_undecided}, {@code extract_released}, {@code not_found}
     */
    public Extract.Draft release(Actor actor, String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Extract.Draft draft = open(actor, id);
            if (draft.undecided() > 0) {
                throw OversightFault.counting(OversightErrorCode.EXTRACT_UNDECIDED, "undecided", draft.undecided());
            }
            Instant at = now();
            Composition.Composed composed = composition.of(draft, at);
            Extracts.Document document =
                    new Extracts.Document(ExtractJson.document(composed.document()), pages.html(composed.document()));
            Extract.Release release =
                    new Extract.Release(name(actor), at, sha256(document.json()), sha256(document.html()));
            extracts.release(draft.extract(), release, document);
            ledger.append(
                    actor,
                    new ExtractEvent.Released(
                            draft.extract(),
                            extracts.child(draft.extract()),
                            release,
                            composed.document().entries().size(),
                            composed.treeSize(),
                            decisions(draft)));
            return find(actor, id);
        });
    }

    private static String decisions(Extract.Draft draft) {
        return draft.items().stream()
                .map(item -> item.number() + " "
                        + item.decision()
                                .flatMap(Extract.Decision::ground)
                                .map(WithholdingGround::id)
                                .orElse(GIVEN)
                        + " "
                        + item.decision().map(one -> one.by().value()).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** A draft that was not released; locked until the transaction ends. */
    private Extract.Draft open(Actor actor, String id) {
        Extract.Draft draft = extracts.lock(municipality(actor), asked(id)).orElseThrow(OversightFault::notFound);
        if (draft.extract().release().isPresent()) {
            throw new OversightFault(OversightErrorCode.EXTRACT_RELEASED);
        }
        return draft;
    }

    /** An extract of the actor's municipality with its entries. */
    public Extract.Draft find(Actor actor, String id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> extracts.find(municipality(actor), asked(id)))
                .orElseThrow(OversightFault::notFound);
    }

    /**
     * What was released, as it was released.
     *
     * @throws OversightFault {@code extract_not_released}, {@code not_found}
     */
    public Extracts.Document document(Actor actor, String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            find(actor, id);
            return extracts.document(municipality(actor), asked(id))
                    .orElseThrow(() -> new OversightFault(OversightErrorCode.EXTRACT_NOT_RELEASED));
        });
    }

    /** The extracts of the actor's municipality. */
    public List<Extract> list(Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> extracts.list(municipality(actor)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
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
