package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.synthetic.FeedFormat;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.PopulationWriter;
import dk.rettidig.synthetic.SyntheticFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What registries and people do while something is killed; every answer they get becomes a promise. */
final class Traffic {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final int CHILDREN = 4_000;

    private final Installation installation;
    private final Person nobody;
    private final Person dataTeam;
    private final Person teamLeader;
    private final Person caseworker;
    private final Person officer;
    private final Promises promises;
    private final Registry school = Registry.of("crash-school", "school", ',', Set.of("SCH_ABS_UNL"));
    private final Queue<Parcel> unanswered = new ConcurrentLinkedQueue<>();
    private final Set<String> usedFlags = new HashSet<>();
    private final AtomicInteger sent = new AtomicInteger();
    private List<String> children = List.of();

    Traffic(Installation installation) {
        this.installation = installation;
        ServiceProcess service = installation.service();
        this.nobody = Person.nobody(service);
        this.dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        this.teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        this.caseworker = Person.signIn(service, DemoPerson.CASEWORKER_ONE);
        this.officer = Person.signIn(service, DemoPerson.DATA_PROTECTION_OFFICER);
        this.promises = new Promises(officer, nobody);
    }

    Promises promises() {
        return promises;
    }

    Person officer() {
        return officer;
    }

    /** Delivers a synthetic municipality and has its first flags raised. */
    void settle(long seed) throws IOException, SQLException {
        Path folder = installation.home().resolve("population");
        PopulationSettings settings =
                PopulationSettings.of(seed, CHILDREN).withAsOf(Registry.today().minusDays(1));
        new PopulationWriter(settings, FeedFormat.CSV, folder, 2).write(_ -> {});
        for (SyntheticFeed feed : EnumSet.complementOf(EnumSet.of(SyntheticFeed.BLOCKED, SyntheticFeed.DISABLED))) {
            deliver(feed, Files.readAllBytes(folder.resolve("999").resolve(feed.id() + ".csv")));
        }
        school.register(dataTeam, teamLeader);
        children = installation.rows("select distinct translate(rtrim(encode(pseudonym, 'base64'), '='), '+/', '-_')"
                + " from scope order by 1");
        startRun();
        installation.awaitNoRow("select 1 from run where state = 'started'");
    }

    private void deliver(SyntheticFeed feed, byte[] csv) {
        Set<String> indicators = feed == SyntheticFeed.SCOPE
                ? Set.of("SCOPE_NOTIFIED")
                : feed.indicators().stream().map(each -> each.id().value()).collect(Collectors.toSet());
        String sourceKind =
                switch (feed) {
                    case SCOPE -> "notification-register";
                    default -> feed.id();
                };
        Registry registry = Registry.of(feed.id() + "-999", sourceKind, feed.semicolon() ? ';' : ',', indicators);
        registry.register(dataTeam, teamLeader);
        long rows = new String(csv, StandardCharsets.UTF_8).lines().count() - 1;
        deliver(registry.parcel("settle", "text/csv", csv, rows));
    }

    private void deliver(Parcel parcel) {
        answered(parcel, parcel.send(nobody));
    }

    private void answered(Parcel parcel, Answer answer) {
        if (answer.status() == 200) {
            promises.keepReceipt(parcel, answer);
        } else {
            unanswered.add(parcel);
        }
    }

    /** New values for every child in scope, known from this moment on. */
    Parcel newValues() {
        int number = sent.incrementAndGet();
        String knownAt = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).toString();
        String period = Registry.today().minusDays(20).toString();
        String rows = children.stream()
                .map(child -> "{\"pseudonym\":\"" + child + "\",\"indicator\":\"SCH_ABS_UNL\",\"period_from\":\""
                        + period
                        + "\",\"period_to\":\"" + period + "\",\"value\":0." + number + ",\"known_at\":\"" + knownAt
                        + "\"}\n")
                .collect(Collectors.joining());
        return school.parcel("values-" + number, rows);
    }

    void deliverNewValues() {
        deliver(newValues());
    }

    /** Sends a part of a delivery and stops, until let go. */
    void deliverHalting(boolean half, CountDownLatch letGo) {
        Parcel parcel = newValues();
        parcel.sendHalting(installation.service().address(), half ? parcel.wire().length / 2 : 0, letGo);
        unanswered.add(parcel);
    }

    /** A run that the gate permits. */
    static Map<String, Object> runRequest() {
        return Map.of(
                "municipality", "999",
                "basis", "lb.demo.notified",
                "phase", "demo",
                "scope", "notified",
                "model", "scorecard/1.2.0",
                "as_of", Registry.today().minusDays(1).toString());
    }

    void startRun() {
        Answer started = teamLeader.post("/api/v1/runs", runRequest());
        if (started.status() == 202) {
            String run = "/api/v1/runs/" + started.text("id");
            promises.keep(
                    "run " + run, () -> assertThat(teamLeader.get(run).status()).isEqualTo(200));
        }
    }

    /** A flag that nobody has touched, opened. */
    String openFlag() {
        String flag = caseworker.get("/api/v1/flags?limit=200").json().path("flags").findValuesAsText("id").stream()
                .filter(usedFlags::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no flag is left"));
        caseworker.get("/api/v1/flags/" + flag);
        return "/api/v1/flags/" + flag;
    }

    String sealView() {
        String flag = openFlag();
        Answer sealed = caseworker.post(flag + "/own-view", Map.of("choice", "in_doubt", "justification", WHY));
        if (sealed.status() == 201) {
            promises.keep(
                    "view of " + flag,
                    () -> assertThat(caseworker
                                    .get(flag)
                                    .json()
                                    .at("/own_view/justification")
                                    .asText())
                            .isEqualTo(WHY));
        }
        return flag;
    }

    void recordOutcome() {
        String flag = sealView();
        String version = caseworker.get(flag + "/weights").header("ETag");
        Answer recorded = caseworker.post(
                flag + "/outcome", Map.of("kind", "no_reason", "justification", WHY), "If-Match", version);
        if (recorded.status() == 201) {
            promises.keep(
                    "outcome of " + flag,
                    () -> assertThat(caseworker.get(flag).text("outcome")).isEqualTo("no_reason"));
        }
    }

    void registerKey() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        String keys = "/api/v1/registries/crash-keys/keys";
        Answer proposed =
                dataTeam.post(keys, Map.of("public_key", key.verifyingKey().text()));
        if (proposed.status() == 201) {
            String kid = proposed.text("kid");
            promises.keep(
                    "key " + kid,
                    () -> assertThat(dataTeam.get(keys).json().findValuesAsText("kid"))
                            .contains(kid));
            if (teamLeader.post(keys + "/" + kid + "/approval", Map.of()).ok()) {
                promises.keep(
                        "approval " + kid,
                        () -> assertThat(dataTeam.get(keys).body()).containsPattern(kid + "\"[^}]*\"approved\""));
            }
        }
    }

    /** Sends again what got no receipt; true when nothing is left. */
    boolean redeliver() {
        for (int left = unanswered.size(); left > 0; left--) {
            Parcel parcel = unanswered.poll();
            if (parcel != null) {
                deliver(parcel);
            }
        }
        return unanswered.isEmpty();
    }
}
