package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.synthetic.SyntheticFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What a data team meets on a bad day: a faulty file, the corrected one, and a CPR number where none belongs. */
final class BadDeliveries {

    private static final int LINES = 40;

    /** Line 12 of the file, counted from 1 with the header. */
    private static final int FAULTY_LINE = 12;

    /**
     * Has the shape of a CPR number with 60 added to the day, which no person has; put together here so that it stands
     * nowhere.
     */
    private static final String LOOKS_LIKE_CPR = "61" + "01" + "90" + "-" + "0000";

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;
    private final RegistryStep registries;

    BadDeliveries(DemoPlan plan, DemoPeople people, Tally tally, RegistryStep registries) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
        this.registries = registries;
    }

    void run() throws IOException {
        plan.console().heading("3. En dårlig dag for datateamet", "A bad day for the data team");
        List<String> good = RegistryStep.text(registries.body(SyntheticFeed.HOUSING))
                .lines()
                .limit(LINES)
                .toList();
        faultyThenCorrected(good);
        hiddenCprNumber(good);
        wrongKey(good);
    }

    private void faultyThenCorrected(List<String> good) {
        DemoHttp.Answer faulty = send("demo-housing-faulty", spoiled(good, "not-a-number"));
        JsonNode row = faulty.body().path("quarantine").path("rows").path(0);
        tally.check(
                faulty.ok() && row.path("line").asLong() == FAULTY_LINE,
                "En fejlagtig CSV: linje " + row.path("line").asLong() + " er holdt tilbage ("
                        + row.path("code").asText() + "), resten er indlæst",
                "A faulty CSV: the bad line is quarantined by number and code, the rest is loaded");
        registries.count(faulty.body().path("rows"));
        DemoHttp.Answer corrected = send("demo-housing-corrected", good);
        tally.check(
                corrected.ok()
                        && corrected.body().path("rows").path("quarantined").asLong() == 0,
                "Den rettede fil er modtaget uden tilbageholdte rækker",
                "The corrected file is accepted with nothing quarantined");
        registries.count(corrected.body().path("rows"));
        tally.add("Leverancer / deliveries", 2);
    }

    private void hiddenCprNumber(List<String> good) {
        DemoHttp.Answer answer = send("demo-housing-cpr", spoiled(good, LOOKS_LIKE_CPR));
        tally.check(
                answer.status() == 422
                        && answer.text("code").equals("feed_cpr_number_found")
                        && !answer.body().toString().contains(LOOKS_LIKE_CPR),
                "Et skjult CPR-nummer: hele leverancen er afvist, og intet af den er gemt",
                "A hidden CPR number: the whole delivery is rejected and nothing of it is stored");
        tally.add("Leverancer afvist / deliveries rejected", 1);
    }

    private void wrongKey(List<String> good) {
        byte[] body = bytes(good);
        byte[] changed = bytes(spoiled(good, "1"));
        DemoHttp.Answer answer = people.nobody()
                .deliver(
                        SyntheticFeed.HOUSING.id(),
                        "text/csv",
                        registries.sign(SyntheticFeed.HOUSING, "demo-housing-tampered", body, DeliveryMode.DELTA),
                        changed);
        tally.check(
                !answer.ok() && answer.status() < 500,
                "En fil ændret undervejs: afvist (" + answer.text("code") + ")",
                "A file changed on its way: rejected");
        tally.add("Leverancer afvist / deliveries rejected", 1);
    }

    private DemoHttp.Answer send(String id, List<String> lines) {
        return registries.deliver(SyntheticFeed.HOUSING, id, bytes(lines), DeliveryMode.DELTA);
    }

    /** The value of the faulty line replaced; {@code value} is the fifth column. */
    private static List<String> spoiled(List<String> lines, String value) {
        List<String> spoiled = new java.util.ArrayList<>(lines);
        String[] fields = lines.get(FAULTY_LINE - 1).split(",", -1);
        fields[4] = value;
        spoiled.set(FAULTY_LINE - 1, String.join(",", fields));
        return spoiled;
    }

    private static byte[] bytes(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }
}
