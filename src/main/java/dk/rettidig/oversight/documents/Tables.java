package dk.rettidig.oversight.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.ActorKind;
import dk.rettidig.gate.Decision;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.law.Deadline;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicySet;
import dk.rettidig.scoring.FeatureDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables that several documents have, each straight from a register or from the release's evidence. */
final class Tables {

    private static final List<String> UNITS = List.of("hours", "days", "months");

    private final Running running;
    private final Page page;

    Tables(Running running, Page page) {
        this.running = running;
        this.page = page;
    }

    /** The legal bases on file, those that are switched off too. */
    void bases() {
        page.table(
                "id",
                "dansk",
                "English",
                "hjemmel / citation",
                "dataansvarlig / controller",
                "fase / phase",
                "omfang / scope",
                "højst dage / most days",
                "slået til / enabled",
                "efterprøvet / verified",
                "konf.");
        for (LegalBasis basis : running.policies().bases().all()) {
            page.row(
                    "`" + basis.id() + "`",
                    basis.danish(),
                    basis.english(),
                    basis.citation(),
                    basis.controller(),
                    basis.phases().stream().map(Phase::id).sorted().collect(Collectors.joining(", ")),
                    basis.scope().danish() + " / " + basis.scope().english(),
                    basis.maximumDays(),
                    basis.enabled() ? "ja / yes" : "nej / no: " + basis.reason(),
                    basis.verification()
                            .map(each -> each.by() + ", " + each.on())
                            .orElse("nej / no"),
                    basis.confidence());
        }
        page.endTable();
    }

    /** Indicators of one availability. */
    void indicators(Availability availability) {
        page.table(
                "id",
                "dansk",
                "English",
                "slags / category",
                "kilder / sources",
                "frisk i / fresh for (d)",
                "hvorfor / why",
                "konf.");
        for (Indicator each : running.indicators(availability)) {
            page.row(
                    "`" + each.id() + "`",
                    each.danish(),
                    each.english(),
                    each.category().id(),
                    each.sourceKinds().stream().sorted().collect(Collectors.joining(", ")),
                    each.freshness().toDays(),
                    each.citation(),
                    each.confidence());
        }
        page.endTable();
    }

    /** The names of the indicators of one availability, for lists of what is not used. */
    String names(Availability availability) {
        return running.indicators(availability).stream()
                .map(each -> "`" + each.id() + "` (" + each.danish() + " / " + each.english() + ")")
                .collect(Collectors.joining("; "));
    }

    /** What the model reads. */
    void features() {
        page.table(
                "indikator / indicator",
                "kilde / source",
                "vindue / window (d)",
                "frisk / fresh (d)",
                "retning / direction",
                "ukendt / unknown",
                "grænser / edges",
                "børn i træning / children in training");
        for (FeatureDefinition each : running.manifest().features()) {
            page.row(
                    "`" + each.indicator() + "`",
                    each.source(),
                    each.windowDays(),
                    each.freshnessDays(),
                    each.direction().name().toLowerCase(Locale.ROOT),
                    each.missing().name().toLowerCase(Locale.ROOT),
                    each.edges().isEmpty() ? each.categories() : each.edges(),
                    each.trainingCounts() + " + " + each.missingCount());
        }
        page.endTable();
    }

    /** How long each class of data lives. */
    void retention() {
        page.table("klasse / class", "gemmes / kept", "fra / after", "grund / ground", "konf.");
        for (JsonNode each : running.entries(PolicySet.RETENTION, "retention")) {
            String kept = UNITS.stream()
                    .filter(each::has)
                    .map(unit -> each.path(unit).asText() + " " + unit)
                    .collect(Collectors.joining());
            page.row(
                    "`" + each.path("class").asText() + "`",
                    kept,
                    each.path("after").asText(),
                    each.path("ref").asText(),
                    each.path("confidence").asText());
        }
        page.endTable();
    }

    /** Deadlines of the law. */
    void deadlines() {
        page.table("id", "hjemmel / provision", "frist / deadline", "fra / from", "konf.");
        for (Deadline each : running.policies().deadlines().all()) {
            boolean words = each.unit() == Deadline.Unit.DATE || each.unit() == Deadline.Unit.RULE;
            page.row(
                    "`" + each.id() + "`",
                    each.ref(),
                    words ? each.text() : each.amount() + " " + each.unit().key(),
                    each.from().isEmpty() ? "-" : each.from(),
                    each.confidence().id());
        }
        page.endTable();
    }

    /** The gate's rules; what forbids outweighs what permits. */
    void rules() {
        page.table("regel / rule", "dansk", "English", "hjemmel / citation");
        for (Decision.Reason each : running.rules()) {
            page.row("`" + each.rule() + "`", each.danish(), each.english(), each.citation());
        }
        page.endTable();
    }

    /** Who the service knows. */
    void roles() {
        page.table("rolle / role", "dansk", "English");
        Arrays.stream(ActorKind.values())
                .forEach(kind -> page.row("`" + kind.id() + "`", kind.danish(), kind.english()));
        page.endTable();
    }

    /** What the release gate demanded and found. */
    void findings() {
        if (running.gateReport().isEmpty()) {
            page.open(
                    "Udgivelsen har ingen rapport fra udgivelsesprøven.",
                    "The release has no report of the release gate.");
            return;
        }
        page.table(
                "prøve / test",
                "dansk",
                "English",
                "tal / figure",
                "krav / demand",
                "holdt / passed",
                "grund / reason");
        for (JsonNode each : running.gateReport().get().path("findings")) {
            String id = each.path("id").asText();
            page.row(
                    "`" + id + "`",
                    each.path("danish").asText(),
                    each.path("english").asText(),
                    number(each.path("figure").asDouble()),
                    (each.path("bound").asText().equals("at_least") ? "≥ " : "≤ ")
                            + number(each.path("limit").asDouble()),
                    each.path("passed").asBoolean() ? "ja / yes" : "**nej / no**",
                    running.policies()
                            .releaseLimits()
                            .find(id)
                            .map(limit -> limit.ref())
                            .orElse("-"));
        }
        page.endTable();
    }

    /** Errors by group, as the release was evaluated. */
    void groups() {
        new GroupTable(running, page).write();
    }

    /** A figure with its 95 % interval. */
    static String interval(JsonNode figure) {
        return figure.has("value")
                ? number(figure.path("value").asDouble()) + " ("
                        + number(figure.path("low").asDouble()) + "–"
                        + number(figure.path("high").asDouble()) + ")"
                : "-";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
