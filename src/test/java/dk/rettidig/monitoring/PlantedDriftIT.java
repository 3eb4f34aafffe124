package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.Observation;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.synthetic.CohortChild;
import dk.rettidig.synthetic.Defect;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticPopulation;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Synthetic registries deliver by their feeds, signed and over HTTP, and the shipped model runs: as they are it flags, and with the
 * planted drift it is paused before it flags anybody. The population is moved in time so that its day is yesterday.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestProfile(PlantedDriftIT.NoClockwork.class)
class PlantedDriftIT {

    /** No job works through the feeds while they are cleared away. */
    public static final class NoClockwork implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    private static final ModelRef MODEL = new ModelRef("scorecard", "1.2.0");
    private static final PopulationSettings USUAL = PopulationSettings.of(77, 400_000);
    private static final LocalDate YESTERDAY = Sender.today().minusDays(1);
    private static final int YEARS_BACK = 2900;

    @Inject
    IndicatorCatalogue catalogue;

    private LedgerSpy spy;

    @BeforeEach
    void anEmptyMunicipality() throws SQLException {
        ConcludedRows.clear();
        Sender.sendBytesAsTheyAre();
        spy = LedgerSpy.now();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        ConcludedRows.clear();
    }

    @Test
    void feedsAsTheyAreAreFlaggedOn() throws Exception {
        deliver(USUAL);

        Response run = run();

        assertThat(run.<String>path("state")).as(run.asString()).isEqualTo("finished");
        assertThat(run.<Integer>path("flagged")).isPositive();
        assertThat(spy.entries("monitoring.paused")).isEmpty();
    }

    @Test
    void thePlantedDriftOfADayCareFeedPausesTheModelBeforeItFlagsAnybody() throws Exception {
        Set<Defect> planted = EnumSet.of(Defect.DRIFT);
        planted.addAll(USUAL.defects());
        deliver(USUAL.withDefects(planted));

        Response run = run();

        assertThat(run.<String>path("state")).as(run.asString()).isEqualTo("aborted");
        assertThat(run.<String>path("abort_reason")).isEqualTo("flag_model_paused");
        assertThat(ConcludedRows.count("flag")).isZero();
        Response seen = Session.of(DemoPerson.TEAM_LEADER).get("/api/v1/monitoring");
        assertThat(seen.<String>path("pauses[0].measure")).isEqualTo("input_shift");
        assertThat(seen.<String>path("pauses[0].indicator")).isEqualTo("DAY_ABS");
        assertThat(spy.entries("monitoring.paused")).hasSize(1);
    }

    private void deliver(PopulationSettings settings) throws Exception {
        ReleasedModel model = ReleasedModels.packaged(catalogue).find(MODEL).orElseThrow();
        Map<String, String> sources = model.features().stream()
                .collect(Collectors.toMap(feature -> feature.indicator().value(), FeatureDefinition::source));
        StringBuilder scope = new StringBuilder();
        Map<String, StringBuilder> feeds = new HashMap<>();
        SyntheticPopulation.generate(settings, child -> {
            CohortChild of = new CohortChild(settings, child);
            if (of.isPending()) {
                List<Observation> rows = of.observations();
                scope.append(scopeRow(child.pseudonym().text()));
                for (Observation row : rows) {
                    String source = sources.get(row.indicator().value());
                    if (source != null) {
                        feeds.computeIfAbsent(source, _ -> new StringBuilder()).append(line(settings, row));
                    }
                }
            }
        });
        accepted(Sender.notifications().send(scope.toString()));
        for (Map.Entry<String, StringBuilder> feed : new TreeMap<>(feeds).entrySet()) {
            String[] indicators = sources.entrySet().stream()
                    .filter(each -> each.getValue().equals(feed.getKey()))
                    .map(Map.Entry::getKey)
                    .toArray(String[]::new);
            accepted(Sender.delivering(feed.getKey(), indicators)
                    .send(feed.getValue().toString(), YEARS_BACK));
        }
    }

    private static void accepted(Response receipt) {
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
        assertThat(receipt.<Integer>path("rows.quarantined"))
                .as(receipt.asString())
                .isZero();
    }

    private static String scopeRow(String pseudonym) {
        return "{\"pseudonym\":\"" + pseudonym + "\",\"indicator\":\"SCOPE_NOTIFIED\",\"period_from\":\""
                + YESTERDAY.minusDays(30) + "\",\"period_to\":\"" + YESTERDAY.plusDays(60)
                + "\",\"value\":1,\"known_at\":\"" + YESTERDAY.minusDays(30) + "T06:00:00Z\"}\n";
    }

    private static String line(PopulationSettings settings, Observation row) {
        long days = ChronoUnit.DAYS.between(settings.day(), YESTERDAY);
        return "{\"pseudonym\":\"" + row.pseudonym().text() + "\",\"indicator\":\"" + row.indicator()
                + "\",\"period_from\":\"" + row.from().plusDays(days) + "\",\"period_to\":\""
                + row.to().plusDays(days) + "\",\"value\":" + row.value() + ",\"known_at\":\""
                + row.knownAt().plus(Duration.ofDays(days)) + "\",\"op\":\""
                + (row.retracted() ? "retract" : "assert") + "\"}\n";
    }

    private static Response run() throws InterruptedException {
        Response started = Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "municipality",
                        "999",
                        "basis",
                        "lb.demo.notified",
                        "phase",
                        "demo",
                        "scope",
                        "notified",
                        "model",
                        MODEL.toString(),
                        "as_of",
                        YESTERDAY.toString()))
                .post("/api/v1/runs");
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        String address = "/api/v1/runs/" + started.path("id");
        Response seen = Session.of(DemoPerson.TEAM_LEADER).get(address);
        for (int tries = 0; tries < 600 && seen.path("state").equals("started"); tries++) {
            Thread.sleep(100);
            seen = Session.of(DemoPerson.TEAM_LEADER).get(address);
        }
        return seen;
    }
}
