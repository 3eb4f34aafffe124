package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.synthetic.FeedFormat;
import dk.rettidig.synthetic.PopulationReport;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.PopulationWriter;
import dk.rettidig.synthetic.SyntheticFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The municipality's registries: their keys and agreements, filed by two people, and their signed deliveries. */
final class RegistryStep {

    private static final String UNSIGNED = "school-real";

    private static final Set<SyntheticFeed> REFUSED = EnumSet.of(SyntheticFeed.BLOCKED, SyntheticFeed.DISABLED);

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;
    private final Map<String, SigningKey> keys = new TreeMap<>();
    private final Path folder;
    private final PopulationSettings settings;

    RegistryStep(DemoPlan plan, DemoPeople people, Tally tally) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
        this.folder = plan.home().resolve("population");
        this.settings = PopulationSettings.of(plan.seed(), plan.children()).withAsOf(plan.asOf());
    }

    void run() throws IOException {
        plan.console().heading("2. Kildesystemer og leverancer", "Registries and deliveries");
        makePopulation();
        registerKeys();
        agreeOnFeeds();
        deliverAll();
        deliverBlocked();
        deliverUnsigned();
        new BadDeliveries(plan, people, tally, this).run();
    }

    /** The population that the registries speak of. */
    PopulationSettings settings() {
        return settings;
    }

    private void makePopulation() {
        try (ProgressBar bar = plan.console().bar("Syntetiske børn / synthetic children", plan.children())) {
            PopulationReport report = new PopulationWriter(settings, FeedFormat.CSV, folder, 2).write(bar::at);
            tally.figure("Syntetiske børn / synthetic children", report.children());
        }
    }

    private void registerKeys() {
        SecureRandom random = new SecureRandom();
        boolean good = true;
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            if (!keys.containsKey(feed.registry())) {
                SigningKey key = SigningKey.generate(random);
                keys.put(feed.registry(), key);
                String path = "/api/v1/registries/" + feed.registry() + "/keys";
                DemoHttp.Answer proposed = people.dataTeam()
                        .post(path, Map.of("public_key", key.verifyingKey().text()));
                String approval = path + "/" + proposed.text("kid") + "/approval";
                good &= proposed.ok()
                        && people.teamLeader().post(approval, Map.of()).ok();
            }
        }
        tally.check(
                good,
                keys.size() + " kildesystemers nøgler er foreslået af én og godkendt af en anden",
                "Keys of " + keys.size() + " registries: proposed by one person, approved by another");
    }

    private void agreeOnFeeds() {
        boolean good = true;
        int agreed = 0;
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            DemoHttp.Answer proposed = people.dataTeam().post("/api/v1/feeds", agreement(feed));
            DemoHttp.Answer approved = people.teamLeader().post("/api/v1/feeds/" + feed.id() + "/approval", Map.of());
            good &= answered(proposed) && answered(approved);
            agreed++;
        }
        tally.check(good, agreed + " leveringsaftaler er indgået", agreed + " feed agreements");
    }

    private static Map<String, Object> agreement(SyntheticFeed feed) {
        Map<String, Object> agreement = new TreeMap<>();
        agreement.put("id", feed.id());
        agreement.put("registry", feed.registry());
        agreement.put("source_kind", DemoNote.sourceKind(feed));
        agreement.put("indicators", DemoNote.indicators(feed).stream().toList());
        agreement.put("basis", "lb.demo.notified");
        agreement.put("phase", "demo");
        agreement.put("scope", "notified");
        agreement.put("synthetic", true);
        agreement.put("delimiter", feed.semicolon() ? ";" : ",");
        agreement.put("decimal_mark", feed.semicolon() ? "," : ".");
        agreement.put("maximum_age_days", DemoNote.DAYS_BACK + 1);
        return agreement;
    }

    /** A registry that wants to deliver real data under a basis that nobody has signed for. */
    private void deliverUnsigned() {
        Map<String, Object> agreement = agreement(SyntheticFeed.SCHOOL);
        agreement.put("id", UNSIGNED);
        agreement.put("basis", "lb.notification");
        agreement.put("phase", "operation");
        agreement.put("synthetic", false);
        people.dataTeam().post("/api/v1/feeds", agreement);
        people.teamLeader().post("/api/v1/feeds/" + UNSIGNED + "/approval", Map.of());
        byte[] nothing =
                "pseudonym,indicator,period_from,period_to,value,known_at,op\n".getBytes(StandardCharsets.UTF_8);
        String note = DemoNote.of(SyntheticFeed.SCHOOL, UNSIGNED, "demo-unsigned", nothing, DeliveryMode.DELTA, plan)
                .signedWith(key(SyntheticFeed.SCHOOL));
        Refusals.check(
                tally,
                people.nobody().deliver(UNSIGNED, "text/csv", note, nothing),
                "signature_missing",
                "En hjemmel uden underskrift",
                "A basis that nobody has signed for");
    }

    private void deliverAll() throws IOException {
        List<SyntheticFeed> feeds = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(REFUSED)));
        boolean good = true;
        try (ProgressBar bar = plan.console().bar("Leverancer / deliveries", feeds.size())) {
            for (SyntheticFeed feed : feeds) {
                DemoHttp.Answer answer = deliver(feed, "demo-" + feed.id(), body(feed), DeliveryMode.FULL);
                good &= answered(answer);
                count(answer.body().path("rows"));
                bar.add(1);
            }
        }
        tally.add("Leverancer / deliveries", feeds.size());
        tally.check(
                good,
                feeds.size() + " underskrevne leverancer er modtaget, hver med kvittering og kontrolpunkt",
                feeds.size() + " signed deliveries received, each with receipt and checkpoint");
    }

    private boolean answered(DemoHttp.Answer answer) {
        if (!answer.ok()) {
            plan.console().bad(answer.status() + " " + answer.text("code") + " " + answer.text("title_da"));
        }
        return answer.ok();
    }

    void count(JsonNode rows) {
        tally.add("Rækker / rows", rows.path("valid").asLong());
        tally.add("Gentagne rækker / repeated rows", rows.path("repeated").asLong());
        tally.add(
                "Tilbageholdte rækker / quarantined rows",
                rows.path("quarantined").asLong());
    }

    private void deliverBlocked() throws IOException {
        DemoHttp.Answer answer =
                deliver(SyntheticFeed.BLOCKED, "demo-blocked", body(SyntheticFeed.BLOCKED), DeliveryMode.FULL);
        Refusals.check(tally, answer, "indicator_blocked", "Helbreds- og strafoplysninger", "Health and criminal data");
    }

    byte[] body(SyntheticFeed feed) throws IOException {
        return Files.readAllBytes(folder.resolve("999").resolve(feed.id() + ".csv"));
    }

    DemoHttp.Answer deliver(SyntheticFeed feed, String id, byte[] body, DeliveryMode mode) {
        return people.nobody().deliver(feed.id(), "text/csv", sign(feed, id, body, mode), body);
    }

    /** Delivers under a note of its own, signed by the feed's registry. */
    DemoHttp.Answer deliver(SyntheticFeed registry, DeliveryNote note, String contentType, byte[] body) {
        return people.nobody().deliver(note.feed().value(), contentType, note.signedWith(key(registry)), body);
    }

    /** The signed note of a body. */
    String sign(SyntheticFeed feed, String id, byte[] body, DeliveryMode mode) {
        return DemoNote.of(feed, feed.id(), id, body, mode, plan).signedWith(key(feed));
    }

    private SigningKey key(SyntheticFeed feed) {
        SigningKey key = keys.get(feed.registry());
        if (key == null) {
            throw new IllegalStateException("a registry without a key");
        }
        return key;
    }

    /** The text of a body, for those who spoil one. */
    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
