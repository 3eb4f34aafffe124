package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Before any score: eleven notifications about two synthetic siblings who moved here, a year of the Ombudsman's case 2014-19 told
 * in four weeks, and who is told that nothing has happened.
 */
final class FollowUpStep {

    private static final int PSEUDONYM_BYTES = 32;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Looks until somebody must have been told: four seconds. */
    private static final int LOOKS = 40;

    /** Who was told by then: at once, after three and six hverdage, and of each of the seven further notifications. */
    private static final int TELLINGS = 13;

    /** Days ago, elder or younger, notifier and cause; the first two from the municipality that they left (BL § 132). */
    private static final List<Arrival> ARRIVALS = List.of(
            new Arrival(29, 0, "N09", "R14"),
            new Arrival(29, 1, "N09", "R14"),
            new Arrival(26, 0, "N01", "R03"),
            new Arrival(24, 1, "N01", "R03"),
            new Arrival(20, 0, "N04", "R11"),
            new Arrival(17, 1, "N01", "R03"),
            new Arrival(14, 0, "N02", "R06"),
            new Arrival(11, 1, "N11", "R14"),
            new Arrival(8, 0, "N01", "R03"),
            new Arrival(5, 1, "N08", "R11"),
            new Arrival(1, 0, "N02", "R18"));

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;

    FollowUpStep(DemoPlan plan, DemoPeople people, Tally tally) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
    }

    private record Arrival(int daysAgo, int child, String notifier, String cause) {}

    void run() {
        plan.console()
                .heading("1. Underretninger og opfølgning, uden beregning", "Notifications and follow-up, no score");
        List<String> ids = register();
        int registered = ids.size();
        tally.figure("Underretninger / notifications", registered);
        tally.check(
                registered == ARRIVALS.size(),
                registered
                        + " underretninger på fire uger om to søskende, der er flyttet hertil (FOB 2014-19 i kort form)",
                "Notifications about two siblings who moved here; each has its deadlines, no measure is registered");
        List<JsonNode> listed = listed();
        tally.figure("Opfølgning / follow-up", listed.size());
        tally.check(
                listed.size() == 2,
                "Begge børn er på opfølgningslisten fra den anden underretning",
                "Both are listed from the second notification; no registered measure is not the absence of help");
        tally.check(
                tellings(listed) == TELLINGS,
                tellings(listed)
                        + " gange er en person fortalt, at intet er sket: den ansvarlige straks og efter 3 hverdage,"
                        + " den faglige leder efter 6 og ved hver ny underretning",
                "Told at once, after 3 and 6 weekdays, and of each further notification; each telling is an entry");
        listed.stream().findFirst().ifPresent(this::print);
        tally.check(
                together(ids),
                "En rådgiver sætter søskende sammen: opfølgningen på den ene viser den anden, og alle elleve underretninger",
                "A caseworker puts the siblings together: each follow-up shows the other, and all eleven notifications");
    }

    /** The two are seen as one story; a link draws nobody into scope, and the reading is an entry. */
    private boolean together(List<String> ids) {
        if (ids.size() < 2
                || !people.caseworker()
                        .post("/api/v1/notifications/" + ids.getFirst() + "/links", Map.of("with", ids.get(1)))
                        .ok()) {
            return false;
        }
        List<JsonNode> both = read();
        return both.size() == 2
                && both.stream()
                        .allMatch(each -> each.path("household").size() == 1
                                && each.path("notifications").asInt()
                                                + each.path("household")
                                                        .path(0)
                                                        .path("notifications")
                                                        .asInt()
                                        == ARRIVALS.size());
    }

    private List<String> register() {
        SecureRandom random = new SecureRandom();
        List<String> children = List.of(pseudonym(random), pseudonym(random));
        Instant now = plan.clock().instant();
        List<String> registered = new ArrayList<>();
        for (Arrival arrival : ARRIVALS) {
            DemoHttp.Answer answer = people.caseworker()
                    .post(
                            "/api/v1/notifications",
                            Map.of(
                                    "child",
                                    children.get(arrival.child()),
                                    "age",
                                    arrival.child() == 0 ? "7-12" : "3-6",
                                    "received_at",
                                    now.minus(Duration.ofDays(arrival.daysAgo()))
                                            .toString(),
                                    "notifier",
                                    arrival.notifier(),
                                    "causes",
                                    List.of(arrival.cause())));
            if (answer.status() == 201) {
                registered.add(answer.body().path("id").asText());
            }
        }
        return registered;
    }

    private static String pseudonym(SecureRandom random) {
        byte[] bytes = new byte[PSEUDONYM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The list when everybody has been told who is to be told by now. */
    private List<JsonNode> listed() {
        List<JsonNode> listed = read();
        for (int look = 0; look < LOOKS && tellings(listed) < TELLINGS; look++) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return listed;
            }
            listed = read();
        }
        return listed;
    }

    private List<JsonNode> read() {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : people.teamLeader().get("/api/v1/follow-up").body().path("follow_ups")) {
            found.add(people.teamLeader()
                    .get("/api/v1/follow-up/" + item.path("id").asText())
                    .body());
        }
        return found;
    }

    private static int tellings(List<JsonNode> listed) {
        return listed.stream().mapToInt(each -> each.path("tellings").size()).sum();
    }

    private void print(JsonNode followUp) {
        for (JsonNode telling : followUp.path("tellings")) {
            plan.console()
                    .detail(telling.path("due").asText().substring(0, 10) + "  "
                            + telling.path("step").asText() + " → "
                            + telling.path("to").asText("faglig leder / team leader"));
        }
    }
}
