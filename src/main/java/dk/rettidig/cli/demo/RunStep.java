package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs that are refused, and the one that is permitted. */
final class RunStep {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Looks until the run must have ended: two minutes. */
    private static final int LOOKS = 480;

    private static final String SCORECARD = "scorecard/1.2.0";

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;

    RunStep(DemoPlan plan, DemoPeople people, Tally tally) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
    }

    void run() {
        plan.console().heading("4. Hvad regelsættet afviser", "What the rule set refuses");
        refuse(
                Map.of("basis", "lb.population", "phase", "operation", "scope", "population"),
                "population_outside_demo",
                "En beregning for alle børn",
                "A run over all children");
        refuse(
                Map.of("model", "gladsaxe-points/1.0.0"),
                "gladsaxe_points",
                "Gladsaxes pointliste",
                "Gladsaxe's points list");
        refuse(
                Map.of("indicators", List.of("PAR_PSYCH")),
                "indicator_blocked",
                "En spærret indikator",
                "A blocked indicator");
        plan.console().heading("5. Beregning", "Run");
        permitted();
    }

    private Map<String, Object> body(Map<String, Object> differences) {
        Map<String, Object> body = new HashMap<>();
        body.put("municipality", "999");
        body.put("basis", "lb.demo.notified");
        body.put("phase", "demo");
        body.put("scope", "notified");
        body.put("model", SCORECARD);
        body.put("as_of", plan.asOf().toString());
        body.putAll(differences);
        return body;
    }

    private void refuse(Map<String, Object> differences, String rule, String danish, String english) {
        DemoHttp.Answer answer = people.teamLeader().post("/api/v1/runs", body(differences));
        Refusals.check(tally, answer, rule, danish, english);
    }

    private void permitted() {
        DemoHttp.Answer started = people.teamLeader().post("/api/v1/runs", body(Map.of()));
        if (!tally.check(
                started.status() == 202,
                "Beregningen er tilladt af regelsæt " + brief(started.text("policy")),
                "Permitted by the rule set; that does not make it lawful")) {
            plan.console().detail(started.status() + " " + started.body());
            return;
        }
        JsonNode run = await("/api/v1/runs/" + started.text("id"));
        tally.figure("I omfang / in scope", run.path("children").asLong());
        tally.figure("Beregnet / scored", run.path("scored").asLong());
        tally.figure(
                "Ingen beregning – læs sagen / abstained", run.path("abstained").asLong());
        tally.figure("Markeret / flagged", run.path("flagged").asLong());
        tally.figure("Udækket behov / unmet need", run.path("unmet_need").asLong());
        tally.check(
                run.path("state").asText().equals("finished")
                        && run.path("scored").asLong() > 0
                        && run.path("flagged").asLong() > 0,
                run.path("scored").asLong() + " børn beregnet, "
                        + run.path("flagged").asLong() + " markeret til gennemgang af en rådgiver; resten er ikke gemt",
                "Scored, and flagged for review by a caseworker; the rest is not kept");
    }

    private JsonNode await(String path) {
        DemoHttp.Answer answer = people.teamLeader().get(path);
        for (int look = 0; look < LOOKS && answer.text("state").equals("started"); look++) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return answer.body();
            }
            answer = people.teamLeader().get(path);
        }
        return answer.body();
    }

    private static String brief(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }
}
