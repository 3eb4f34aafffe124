package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.ledger.DemoClock;
import dk.rettidig.scope.Conclusions;
import dk.rettidig.synthetic.SyntheticConclusions;
import dk.rettidig.synthetic.SyntheticConclusions.SyntheticConclusion;
import dk.rettidig.synthetic.SyntheticFeed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Three days in which the screenings end: the register tells how, what has stood for a day is counted, and the model's figures in use
 * can be seen. The days pass on the demonstration's clock, which says so in the ledger and on the page (ADR 0147).
 */
final class ConclusionStep {

    /** Two of these are how far the clock is behind at the start; each ends on a later day and lasts longer than one. */
    static final Duration NIGHT = Duration.ofHours(36);

    /** What may pass between two readings of one clock. */
    private static final Duration CLOCK_PRECISION = Duration.ofSeconds(30);

    private static final String FEED = "conclusions";

    /** Fewer flagged, fewer with need or fewer without are not shown ({@code policies/monitoring-limits.yaml}). */
    private static final int FEWEST = 20;

    private static final int EVERYBODY = -2;

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;
    private final RegistryStep registries;
    private final DemoClock clock;

    ConclusionStep(DemoPlan plan, DemoPeople people, Tally tally, RegistryStep registries, DemoClock clock) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
        this.registries = registries;
        this.clock = clock;
    }

    void run(ReadingStep.Reading reading) {
        plan.console().heading("7. Tre døgn: screeningerne afsluttes", "Three days: the screenings end");
        agree();
        clock.putForward(NIGHT);
        LocalDate day = plan.today();
        List<SyntheticConclusion> ended = SyntheticConclusions.of(registries.settings(), day);
        deliver(ended, day);
        clock.putForward(NIGHT);
        tally.check(
                right(),
                "Uret gik tre døgn efter og går nu rigtigt; hver gang det blev stillet, er en indførsel i protokollen",
                "The clock was three days behind and is right now; each setting is an entry in the record");
        shown(reading, ended);
    }

    /** Whether the service's clock shows the time of day again. */
    private boolean right() {
        Duration off =
                Duration.between(plan.clock().instant(), Clock.systemUTC().instant());
        return off.abs().compareTo(CLOCK_PRECISION) < 0;
    }

    private void agree() {
        Map<String, Object> agreement = new TreeMap<>(Map.of(
                "id",
                FEED,
                "registry",
                SyntheticFeed.NOTIFICATION_REGISTER.registry(),
                "source_kind",
                "notification-register",
                "indicators",
                List.of(Conclusions.CONCLUDED.value()),
                "basis",
                "lb.demo.notified",
                "phase",
                "demo",
                "scope",
                "notified",
                "synthetic",
                true,
                "maximum_age_days",
                2));
        boolean good = people.dataTeam().post("/api/v1/feeds", agreement).ok();
        good &= people.teamLeader()
                .post("/api/v1/feeds/" + FEED + "/approval", Map.of())
                .ok();
        tally.check(good, "Underretningsregistret skal melde, hvordan screeninger ender", "One more agreement");
    }

    private void deliver(List<SyntheticConclusion> ended, LocalDate day) {
        byte[] body = ended.stream()
                .map(each -> line(each, day))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
        DeliveryNote note = new DeliveryNote(
                new RegistryId(SyntheticFeed.NOTIFICATION_REGISTER.registry()),
                new NoteId("demo-" + FEED),
                new FeedId(FEED),
                MunicipalityCode.SYNTHETIC,
                new Period(day, day),
                Set.of(Conclusions.CONCLUDED),
                ended.size(),
                DeliveryMode.DELTA,
                DemoNote.sha256(body),
                plan.clock().instant());
        DemoHttp.Answer answer =
                registries.deliver(SyntheticFeed.NOTIFICATION_REGISTER, note, "application/x-ndjson", body);
        registries.count(answer.body().path("rows"));
        tally.add("Leverancer / deliveries", 1);
        tally.figure("Afsluttede screeninger / concluded", ended.size());
        tally.check(
                answer.ok() && answer.body().path("rows").path("quarantined").asLong() == 0,
                ended.size() + " screeninger er afsluttet " + day
                        + ", markerede og andre; registret har meldt det underskrevet",
                "Every notified child is screened, flagged or not; nobody is looked at for the sake of a sample");
    }

    private static String line(SyntheticConclusion ended, LocalDate day) {
        return "{\"pseudonym\":\"" + ended.child().text() + "\",\"indicator\":\"" + Conclusions.CONCLUDED.value()
                + "\",\"period_from\":\"" + day + "\",\"period_to\":\"" + day + "\",\"value\":"
                + (ended.need() ? 1 : 0) + "}";
    }

    /** What may be shown is, and what is made of too few is not. */
    private void shown(ReadingStep.Reading reading, List<SyntheticConclusion> ended) {
        JsonNode model = people.teamLeader()
                .get("/api/v1/monitoring")
                .body()
                .path("concluded")
                .path("models")
                .path(0);
        JsonNode all = of(model.path("groups"), "age_band");
        JsonNode recall = all.path("of_model").path("recall");
        JsonNode calibration = of(model.path("calibration"), "tenth");
        long need = ended.stream().filter(SyntheticConclusion::need).count();
        boolean enough = Math.min(reading.flagged(), Math.min(need, ended.size() - need)) >= FEWEST;
        tally.check(
                (recall.path("of").asLong() == need && recall.path("high").asDouble() > 0) == enough,
                enough
                        ? "Modellen havde markeret " + share(recall) + " af børnene med behov"
                        : "Færre end " + FEWEST + " af en slags: modellens tal vises ikke",
                "The model's recall in use with its 95 % interval, on /monitoring; below 20 of a kind not shown");
        tally.check(
                calibration.path("observed").path("of").asLong() >= FEWEST == reading.read() >= FEWEST,
                calibration.has("predicted")
                        ? String.format(
                                Locale.ROOT,
                                "Kalibrering: %.1f %% beregnet, %s fundet hos de læste",
                                calibration.path("predicted").asDouble() * 100,
                                share(calibration.path("observed")))
                        : "For få er læst til at vise kalibrering",
                "Calibration in use, of the flags somebody read");
        tally.check(
                !all.path("of_people").isObject(),
                "Menneskers egne vurderinger vises ikke: to rådgivere, og der skal være fem",
                "People's own views are not shown: two caseworkers, and there must be five");
    }

    private static JsonNode of(JsonNode rows, String member) {
        for (JsonNode each : rows) {
            if (each.path(member).asInt() == EVERYBODY) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    private static String share(JsonNode rate) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f–%.1f)",
                rate.path("share").asDouble() * 100,
                rate.path("low").asDouble() * 100,
                rate.path("high").asDouble() * 100);
    }
}
