package dk.rettidig.oversight;

import dk.rettidig.access.Action;
import java.util.Set;

/**
 * Which entries are exports: by them something about people, or the record itself, left the service or went to another
 * authority, by the hand of a person. To read a page or to ask the programming interface is a look-up; published figures,
 * documents about the service, receipts and the tickets of re-identification are found by their own types.
 *
 * <p>The register keeps the answer, so a migration that empties the register belongs to every change of this list.
 * {@code ExportsTest} knows of every event and every download what it is.
 */
final class Exports {

    /** Events that are exports. */
    static final Set<String> EVENTS = Set.of(
            "casefile.findings_exported",
            "extract.released",
            "handover.sent",
            "oversight.findings_exported",
            "supervision.package_taken");

    /**
     * What leaves no event of its own: the gate's permit is the entry. Page and file of a withdrawn model's flags are one
     * permission, and whoever has it may have taken the file.
     */
    static final Set<Action> PERMITS = Set.of(Action.EXPORT_LEDGER, Action.READ_MODEL_FLAGS);

    private static final String HANDOVER_ACT = "handover.acted";
    private static final String SENT_MORE = "supplemented";

    private Exports() {}

    /**
     * Whether an entry is one.
     *
     * @param action what the gate was asked for; blank where nothing was
     * @param act what was done about a handover; blank elsewhere
     */
    static boolean isOne(String type, String action, String act) {
        return switch (type) {
            case "gate.permitted" -> PERMITS.stream().map(Action::id).anyMatch(action::equals);
            case HANDOVER_ACT -> act.equals(SENT_MORE);
            default -> EVENTS.contains(type);
        };
    }
}
