package dk.rettidig.oversight.page;

import dk.rettidig.web.Language;
import java.util.Map;
import java.util.Optional;

/** What the classes of {@code policies/retention.yaml} that hold rows about a child are called on a page. */
final class ClassWords {

    private record Both(String danish, String english) {}

    private static final Map<String, Both> WORDS = Map.ofEntries(
            Map.entry(
                    "observation_after_scope",
                    new Both("Oplysninger og perioder i omfang", "Observations and intervals of scope")),
            Map.entry("conclusion", new Both("Afsluttede screeninger", "Concluded screenings")),
            Map.entry("source_pair", new Both("Kildernes betegnelser for barnet", "What sources call the child")),
            Map.entry("former_pseudonym", new Both("Tidligere pseudonymer", "Former pseudonyms")),
            Map.entry("flag_concluded", new Both("Markeringer med oplysninger", "Flags with facts")),
            Map.entry(
                    "own_view",
                    new Both(
                            "Egne vurderinger og konklusioner om markeringer, og hvem der åbnede dem",
                            "Own views and outcomes about flags, and who opened them")),
            Map.entry("run_membership", new Both("Beregninger, som barnet indgik i", "Runs that the child was in")),
            Map.entry(
                    "notification_concluded",
                    new Both(
                            "Underretninger med skridt og forbindelser til andre børn",
                            "Notifications with steps and links to other children")),
            Map.entry("follow_up_ended", new Both("Opfølgning", "Follow-up")),
            Map.entry("handover_ended", new Both("Overdragelser mellem kommuner", "Handovers between municipalities")),
            Map.entry("case_finding", new Both("Sager med fund", "Cases with findings")),
            Map.entry("supervision_round", new Both("Sager udtrukket til tilsyn", "Cases drawn for supervision")),
            Map.entry("extract", new Both("Udskrifter", "Extracts")),
            Map.entry("erasure_request", new Both("Anmodninger om sletning", "Requests for erasure")),
            Map.entry(
                    "ledger_commitment",
                    new Both("Værdier bag protokollens indførsler", "Values behind the ledger's entries")),
            Map.entry(
                    "ledger_identity",
                    new Both("Navne bag protokollens håndtag", "Names behind the ledger's handles")));

    private ClassWords() {}

    /** The words for a class; the class itself when it has none. */
    static String of(String retentionClass, Language language) {
        return Optional.ofNullable(WORDS.get(retentionClass))
                .map(both -> language.choose(both.danish(), both.english()))
                .orElse(retentionClass);
    }
}
