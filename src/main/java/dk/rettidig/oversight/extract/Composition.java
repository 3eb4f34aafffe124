package dk.rettidig.oversight.extract;

import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.ProofException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the document of what is given: numbered anew, each entry with its proof under one checkpoint. */
@Singleton
class Composition {

    private static final List<Text> ABOUT = List.of(
            new Text(
                    "Udskriften viser, hvad systemet Rettidig har gjort med oplysninger om barnet: hvornår, til hvilket formål og på hvilken hjemmel. Medarbejdere nævnes ikke ved navn.",
                    "The extract shows what the system Rettidig did with facts about the child: when, for which purpose and on which legal basis. Employees are not named."),
            new Text(
                    "Systemet kender ikke barnets navn eller cpr-nummer, kun et pseudonym. Det træffer ingen afgørelser: det gør mennesker.",
                    "The system knows neither the child's name nor its CPR number, only a pseudonym. It decides nothing: people do."),
            new Text(
                    "Resultatet af en beregning gemmes kun, når der blev rejst en markering. At barnet indgik i en beregning, kan vises i 30 dage; opslag og indførsler i 12 måneder. Hvad der er slettet, kan ikke vises.",
                    "The result of a calculation is kept only where a flag was raised. That the child was in a calculation can be shown for 30 days; look-ups and entries for 12 months. What has been erased cannot be shown."),
            new Text(
                    "Begrundelser og notater står i kommunens fagsystem, hvor du kan bede om aktindsigt.",
                    "Reasons and notes are in the municipality's case system, where you can ask for access to the file."),
            new Text(
                    "Loven kan i særlige tilfælde undtage oplysninger fra indsigt (databeskyttelsesforordningen art. 15, stk. 4; databeskyttelsesloven § 22). Spørg kommunen, hvis du er i tvivl, og klag til Datatilsynet, hvis du er uenig.",
                    "In special cases the law can exempt facts from access (GDPR article 15(4); databeskyttelsesloven § 22). Ask the municipality if in doubt, and complain to Datatilsynet if you disagree."),
            new Text(
                    "Leaf_hash, path og checkpoint beviser, at en indførsel med dette aftryk står i kommunens protokol på den plads og ikke er ændret siden. Datatilsynet og en domstol kan se indførslen selv.",
                    "Leaf_hash, path and checkpoint prove that an entry with this hash stands in the municipality's ledger at that place and has not been changed since. Datatilsynet and a court can see the entry itself."));

    private final LedgerReader reader;

    Composition(LedgerReader reader) {
        this.reader = reader;
    }

    /** A document with the size of the tree that its proofs are for. */
    record Composed(ExtractDocument document, long treeSize) {}

    /** The document of the entries that are given. */
    Composed of(Extract.Draft draft, Instant at) {
        Published checkpoint = reader.checkpoint();
        List<Passage> given = draft.items().stream()
                .filter(Extract.Item::given)
                .map(Extract.Item::passage)
                .toList();
        Map<Long, ExtractDocument.Proof> proofs = proofs(given, checkpoint);
        List<ExtractDocument.Given> entries = new ArrayList<>();
        for (Passage passage : given) {
            entries.add(entry(entries.size() + 1, passage, proofs));
        }
        ExtractDocument document = new ExtractDocument(
                ExtractDocument.FORMAT,
                draft.extract().id(),
                draft.extract().municipality().value(),
                at,
                ABOUT,
                entries,
                checkpoint.note(),
                reader.verifierKey());
        return new Composed(document, checkpoint.size());
    }

    private static ExtractDocument.Given entry(int number, Passage passage, Map<Long, ExtractDocument.Proof> proofs) {
        return new ExtractDocument.Given(
                number,
                passage.at(),
                passage.kind(),
                passage.text(),
                passage.purpose(),
                passage.basis(),
                passage.facts(),
                passage.calculation(),
                passage.score(),
                passage.explanation(),
                passage.leafIndex().isPresent()
                        ? Optional.ofNullable(proofs.get(passage.leafIndex().getAsLong()))
                        : Optional.empty());
    }

    /** Proofs by place; none is given that does not hold. */
    private Map<Long, ExtractDocument.Proof> proofs(List<Passage> given, Published checkpoint) {
        List<Long> places = given.stream()
                .flatMapToLong(passage -> passage.leafIndex().stream())
                .filter(index -> index < checkpoint.size())
                .distinct()
                .boxed()
                .toList();
        Map<Long, ExtractDocument.Proof> proofs = new HashMap<>();
        for (LedgerReader.Proved proved : reader.inclusions(places, checkpoint.size())) {
            try {
                proved.proof().verify(proved.leaf(), checkpoint.root());
            } catch (ProofException refuted) {
                throw new LedgerFault(LedgerErrorCode.DAMAGED, refuted);
            }
            proofs.put(
                    proved.proof().index(),
                    new ExtractDocument.Proof(
                            proved.proof().index(),
                            proved.leaf().hex(),
                            proved.proof().path().stream().map(Hash::hex).toList()));
        }
        return proofs;
    }
}
