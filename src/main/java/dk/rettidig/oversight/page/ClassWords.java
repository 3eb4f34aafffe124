package dk.rettidig.oversight.page;

import dk.rettidig.web.Language;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the classes of {@code policies/retention.yaml} that hold rows about a child are called on a page, and in which order. */
final class ClassWords {

    private record Words(String id, String danish, String english) {}

    private static final List<Words> ALL = List.of(
            new Words(
                    "observation_after_scope",
                    "Oplysninger og perioder i omfang",
                    "Observations and intervals of scope"),
            new Words("conclusion", "Afsluttede screeninger", "Concluded screenings"),
            new Words("source_pair", "Kildernes betegnelser for barnet", "What sources call the child"),
            new Words("former_pseudonym", "Tidligere pseudonymer", "Former pseudonyms"),
            new Words("flag_concluded", "Markeringer med oplysninger", "Flags with facts"),
            new Words(
                    "own_view",
                    "Egne vurderinger og konklusioner om markeringer, og hvem der åbnede dem",
                    "Own views and outcomes about flags, and who opened them"),
            new Words("run_membership", "Beregninger, som barnet indgik i", "Runs that the child was in"),
            new Words(
                    "notification_concluded",
                    "Underretninger med skridt og forbindelser til andre børn",
                    "Notifications with steps and links to other children"),
            new Words("follow_up_ended", "Opfølgning", "Follow-up"),
            new Words("handover_ended", "Overdragelser mellem kommuner", "Handovers between municipalities"),
            new Words("case_finding", "Sager med fund", "Cases with findings"),
            new Words("supervision_round", "Sager udtrukket til tilsyn", "Cases drawn for supervision"),
            new Words("extract", "Udskrifter", "Extracts"),
            new Words("erasure_request", "Anmodninger om sletning", "Requests for erasure"),
            new Words("ledger_commitment", "Værdier bag protokollens indførsler", "Values behind the ledger's entries"),
            new Words("ledger_identity", "Navne bag protokollens håndtag", "Names behind the ledger's handles"));

    private ClassWords() {}

    /** The words for a class; the class itself when it has none. */
    static String of(String retentionClass, Language language) {
        return ALL.stream()
                .filter(words -> words.id().equals(retentionClass))
                .findFirst()
                .map(words -> language.choose(words.danish(), words.english()))
                .orElse(retentionClass);
    }

    /** As the page has them: what is known of the child first, what stands behind the ledger last. */
    static Comparator<String> order() {
        return Comparator.comparingInt(retentionClass -> IntStream.range(0, ALL.size())
                .filter(place -> ALL.get(place).id().equals(retentionClass))
                .findFirst()
                .orElse(ALL.size()));
    }
}
