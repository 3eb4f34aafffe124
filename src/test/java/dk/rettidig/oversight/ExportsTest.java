package dk.rettidig.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.ledger.Entry;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody adds an event or a download without saying whether it is an export. */
class ExportsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+\\.[a-z_]+)` \\| ([^|]*)\\|");

    /** What an event that takes something out is likely to be called or told by. */
    private static final Pattern SOUNDS =
            Pattern.compile("export|packag|releas|\\btook\\b|taken|\\bsent\\b|sends|copy|publish|along|deliver|redeem"
                    + "|ticket|download|it left");

    /** Events that sound like it and are none. */
    private static final Map<String, String> NONE = Map.ofEntries(
            Map.entry("conversion.merged", "taken in"),
            Map.entry("conversion.refused", "nothing was taken in"),
            Map.entry("conversion.rotated", "taken in"),
            Map.entry("conversion.source_paired", "taken in"),
            Map.entry("erasure.failed", "an erasure that was taken back"),
            Map.entry("feed.delivery_aborted", "taken in, or not"),
            Map.entry("feed.delivery_conflicted", "taken in, or not"),
            Map.entry("feed.delivery_finished", "taken in"),
            Map.entry("feed.delivery_rejected", "taken in, or not"),
            Map.entry("feed.delivery_started", "taken in"),
            Map.entry("flag.copy_contradicted", "a copy that is not what its entry says"),
            Map.entry("handover.acted", "only what the sender adds: by its act"),
            Map.entry("handover.delivered", "what was sent has arrived; sending it was the export"),
            Map.entry("notification.child_unlinked", "taken out of a link"),
            Map.entry("notification.delivered", "taken in"),
            Map.entry("notification.separated", "taken out of an incident"),
            Map.entry("notification.statistics_published", "protected figures"),
            Map.entry("oversight.document_read", "about the service, not about people"),
            Map.entry("reidentification.redeemed", "a look-up, with a family of its own"),
            Map.entry("reidentification.ticket_issued", "a look-up, with a family of its own"),
            Map.entry("review.correction_acknowledged", "a person was told"),
            Map.entry("roster.period_removed", "taken off the roster"));

    private static final String PERMIT = "permit";
    private static final String NO = "none: ";

    /** What every action says that takes out or sends, and every one behind a file: its event, its permit, or none. */
    private static final Map<Action, String> ACTIONS = Map.ofEntries(
            Map.entry(Action.EXPORT_CASE_FINDINGS, "casefile.findings_exported"),
            Map.entry(Action.EXPORT_FINDINGS, "oversight.findings_exported"),
            Map.entry(Action.EXPORT_LEDGER, PERMIT),
            Map.entry(Action.ISSUE_TICKET, NO + "a look-up, with a family of its own"),
            Map.entry(Action.READ_CASE_FIGURES, NO + "figures"),
            Map.entry(Action.READ_DOCUMENTS, NO + "about the service"),
            Map.entry(Action.READ_MODEL_FLAGS, PERMIT),
            Map.entry(Action.READ_QUARANTINE, NO + "line numbers and codes"),
            Map.entry(Action.READ_STATISTICS, NO + "protected figures"),
            Map.entry(Action.RELEASE_EXTRACT, "extract.released"),
            Map.entry(Action.SEND_HANDOVER, "handover.sent"),
            Map.entry(Action.TAKE_SUPERVISION_PACKAGE, "supervision.package_taken"));

    @Test
    void everyEventThatSoundsLikeOneIsClassified() throws IOException {
        Map<String, String> events = events();
        Set<String> sounding = events.entrySet().stream()
                .filter(event -> SOUNDS.matcher(
                                event.getKey() + " " + event.getValue().toLowerCase(java.util.Locale.ROOT))
                        .find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> classified = new TreeSet<>(NONE.keySet());
        classified.addAll(Exports.EVENTS);

        assertThat(classified).containsAll(sounding);
        assertThat(events.keySet()).containsAll(classified);
        assertThat(NONE).doesNotContainKeys(Exports.EVENTS.toArray(String[]::new));
    }

    @Test
    void everyActionThatTakesOutAndEveryOneBehindAFileIsClassified() {
        Set<Action> asked = Stream.concat(
                        Arrays.stream(Action.values())
                                .filter(action -> action.id().matches("(export|take|release|send)_.*")),
                        behindFiles())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).contains(Action.EXPORT_LEDGER, Action.READ_QUARANTINE);
        assertThat(ACTIONS.keySet()).containsExactlyInAnyOrderElementsOf(asked);
        ACTIONS.forEach((action, by) -> {
            assertThat(Exports.PERMITS.contains(action)).as(action.id()).isEqualTo(by.equals(PERMIT));
            assertThat(by.equals(PERMIT) || by.startsWith(NO) || Exports.EVENTS.contains(by))
                    .as(action.id())
                    .isTrue();
        });
        assertThat(ACTIONS.values()).containsAll(Exports.EVENTS);
    }

    /** What one asks for to get something that is neither a page nor JSON, nor of the public log. */
    private static Stream<Action> behindFiles() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dk.rettidig").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Gated.class) && method.isAnnotatedWith(Produces.class))
                        .filter(ExportsTest::isFile)
                        .map(method -> method.getAnnotationOfType(Gated.class).action());
    }

    private static boolean isFile(JavaMethod method) {
        return Arrays.stream(method.getAnnotationOfType(Produces.class).value())
                .anyMatch(type -> type.matches("text/csv.*|text/markdown.*|application/(zip|jose)"));
    }

    @Test
    void whatWasPermittedCountsAndWhatWasRefusedDoesNot() {
        assertThat(decided("gate.permitted", "export_ledger")).isTrue();
        assertThat(decided("gate.permitted", "read_model_flags")).isTrue();
        assertThat(decided("gate.refused", "export_ledger")).isFalse();
        assertThat(decided("gate.undecidable", "export_ledger")).isFalse();
        assertThat(decided("gate.permitted", "read_entries")).isFalse();
        // The event that follows is the export; the permit before it would count it twice.
        assertThat(decided("gate.permitted", "export_findings")).isFalse();
        assertThat(entry("handover.acted", "\"act\":\"supplemented\"")).isTrue();
        assertThat(entry("handover.acted", "\"act\":\"opened\"")).isFalse();
        assertThat(Exports.EVENTS).allMatch(type -> entry(type, ""));
        assertThat(entry("review.flag_opened", "\"act\":\"supplemented\"")).isFalse();
    }

    private static boolean decided(String type, String action) {
        return entry(type, "\"request\":{\"action\":\"" + action + "\"}");
    }

    private static boolean entry(String type, String fields) {
        String json = "{\"body\":{\"fields\":{" + fields + "},\"type\":\"" + type + "\"}}";
        return IndexedEntry.of(new Entry(0, json.getBytes(StandardCharsets.UTF_8)))
                .exported();
    }

    private static Map<String, String> events() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/ledger-events.md")))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> row.group(1), row -> row.group(2), (one, other) -> one + " " + other));
    }
}
