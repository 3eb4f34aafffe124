package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two caseworkers go the reader's way with some of the flags: facts, own view, calculation, outcome. */
final class ReadingStep {

    /** As many as the smallest figure about flags needs, and some more; the rest stay open for whoever looks around. */
    private static final int READ = 24;

    private static final int LARGEST_PAGE = 200;
    private static final String WHY = "Syntetisk vurdering fra demonstrationen: ingen har læst noget om et barn.";

    /** In turn, whatever the facts say: nobody reads here, and nothing may look as if somebody had. */
    private static final List<String> CHOICES = List.of("need_likely", "in_doubt", "need_urgent", "no_concern");

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;

    ReadingStep(DemoPlan plan, DemoPeople people, Tally tally) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
    }

    /** How many flags there are and how many were read. */
    record Reading(int flagged, int read) {}

    Reading run() {
        plan.console().heading("6. To rådgivere læser", "Two caseworkers read");
        List<String> flags = flags();
        int read = 0;
        boolean good = true;
        for (int i = 0; i < Math.min(READ, flags.size()); i++) {
            good &= read(
                    i % 2 == 0 ? people.caseworker() : people.secondCaseworker(), flags.get(i), CHOICES.get(i % 4));
            read++;
        }
        tally.figure("Læst / read", read);
        tally.check(
                good && read > 0,
                read + " markeringer er læst: oplysninger, låst egen vurdering, beregning, udfald; resten står åbne",
                "Read in this order and no other; the views are made up and stand for nobody's judgement");
        return new Reading(flags.size(), read);
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        JsonNode listed = people.caseworker()
                .get("/api/v1/flags?limit=" + LARGEST_PAGE)
                .body()
                .path("flags");
        listed.forEach(each -> flags.add(each.path("id").asText()));
        return flags;
    }

    private boolean read(DemoHttp reader, String id, String choice) {
        String flag = "/api/v1/flags/" + id;
        boolean good = reader.get(flag).ok();
        good &= reader.post(flag + "/own-view", Map.of("choice", choice, "justification", WHY))
                .ok();
        DemoHttp.Answer weights = reader.get(flag + "/weights");
        DemoHttp.Answer outcome = reader.post(flag + "/outcome", outcome(choice), Map.of("If-Match", weights.etag()));
        if (!outcome.ok()) {
            plan.console().bad(outcome.status() + " " + outcome.text("code") + " " + outcome.text("title_da"));
        }
        return good && weights.ok() && outcome.ok();
    }

    private Map<String, Object> outcome(String choice) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("justification", WHY);
        if (choice.startsWith("need")) {
            outcome.put("kind", "screening_opened");
            outcome.put("aware_on", plan.today().toString());
        } else {
            outcome.put("kind", "no_reason");
        }
        return outcome;
    }
}
