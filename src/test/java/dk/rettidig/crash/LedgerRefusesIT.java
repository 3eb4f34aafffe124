package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No evidence, no effect: while the ledger takes no entry, nothing happens anywhere. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LedgerRefusesIT {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";

    /** Everything that an effect would change. Leases and progress of what never starts are not among it. */
    private static final List<String> EFFECTS = List.of(
            "select count(*), sum(delivery) from observation",
            "select count(*), sum(delivery) from scope",
            "select count(*) from delivery where state = 'finished'",
            "select kid, state from registry_key order by 1",
            "select id, state from feed order by 1",
            "select id, state from run order by 1",
            "select id, state, version from flag order by 1",
            "select flag, reviewer from review_own_view order by 1, 2",
            "select flag, kind from review_outcome order by 1");

    private Installation installation;
    private Traffic traffic;
    private Person dataTeam;
    private Person teamLeader;
    private Person caseworker;
    private String flag = "";
    private String sealed = "";
    private String version = "";

    @BeforeAll
    void start() throws IOException, SQLException {
        installation = Installation.start(List.of("-Xmx256m"));
        traffic = new Traffic(installation);
        traffic.settle(7);
        ServiceProcess service = installation.service();
        dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        caseworker = Person.signIn(service, DemoPerson.CASEWORKER_ONE);
        flag = traffic.openFlag();
        sealed = traffic.sealView();
        version = caseworker.get(sealed + "/weights").header("ETag");
        installation.asSuperuser("create function crash_refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''no entry''; end'");
    }

    @AfterEach
    void takeEntriesAgain() throws SQLException {
        installation.asSuperuser(
                "drop trigger if exists crash_refuse on ledger_append",
                "grant insert on ledger_append to rettidig_app");
    }

    @AfterAll
    void stop() throws IOException {
        if (installation != null) {
            installation.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger crash_refuse before insert on ledger_append for each row execute function crash_refuse()",
                "revoke insert on ledger_append from rettidig_app"
            })
    void nothingHappensWithoutAnEntry(String refusal) throws SQLException {
        Parcel parcel = traffic.newValues();
        List<String> before = effects();
        installation.asSuperuser(refusal);

        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("delivery", parcel.send(Person.nobody(installation.service())));
        answers.put(
                "key",
                dataTeam.post(
                        "/api/v1/registries/crash-keys/keys",
                        Map.of(
                                "public_key",
                                SigningKey.generate(new SecureRandom())
                                        .verifyingKey()
                                        .text())));
        answers.put("run", teamLeader.post("/api/v1/runs", Traffic.runRequest()));
        answers.put("flag", caseworker.get(flag));
        answers.put("view", caseworker.post(flag + "/own-view", Map.of("choice", "in_doubt", "justification", WHY)));
        answers.put(
                "outcome",
                caseworker.post(
                        sealed + "/outcome", Map.of("kind", "no_reason", "justification", WHY), "If-Match", version));

        assertThat(answers).allSatisfy((_, answer) -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            assertThat(answer.text("code")).isEqualTo("ledger_append_unavailable");
            assertThat(answer.body()).doesNotContain("no entry", "ledger_append\"", "permission");
        });
        assertThat(effects()).isEqualTo(before);
    }

    /** The gate records first; here only the effect's own entry is refused, in the middle of its transaction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed.delivery_started",
                "feed.delivery_finished",
                "feed.key_proposed",
                "flag.run_started",
                "flag.run_finished",
                "review.view_sealed",
                "review.outcome_recorded"
            })
    void anEffectWhoseOwnEntryIsRefusedIsUndone(String type) throws SQLException {
        List<String> before = effects();
        installation.asSuperuser(
                "create trigger crash_refuse before insert on ledger_append for each row when (position('"
                        + "\"type\":\"" + type
                        + "\"' in convert_from(new.body, 'UTF8')) > 0) execute function crash_refuse()");

        switch (type) {
            case "feed.delivery_started", "feed.delivery_finished" ->
                refused(traffic.newValues().send(Person.nobody(installation.service())));
            case "feed.key_proposed" ->
                refused(dataTeam.post(
                        "/api/v1/registries/crash-keys/keys",
                        Map.of(
                                "public_key",
                                SigningKey.generate(new SecureRandom())
                                        .verifyingKey()
                                        .text())));
            case "flag.run_started" -> refused(teamLeader.post("/api/v1/runs", Traffic.runRequest()));
            case "flag.run_finished" -> aborts(teamLeader.post("/api/v1/runs", Traffic.runRequest()));
            case "review.view_sealed" ->
                refused(caseworker.post(flag + "/own-view", Map.of("choice", "in_doubt", "justification", WHY)));
            default ->
                refused(caseworker.post(
                        sealed + "/outcome", Map.of("kind", "no_reason", "justification", WHY), "If-Match", version));
        }

        installation.asSuperuser(
                "delete from monitoring_run where run in (select id from run where state = 'aborted')",
                "delete from run_progress where run in (select id from run where state = 'aborted')",
                "delete from run where state = 'aborted'");
        assertThat(effects()).isEqualTo(before);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
        assertThat(answer.text("code")).isEqualTo("ledger_append_unavailable");
    }

    /** Its start is on the record: it ends aborted, and without any effect. */
    private void aborts(Answer answer) throws SQLException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        installation.awaitRow("select 1 from run where state = 'aborted' and id::text = '" + answer.text("id") + "'");
    }

    private List<String> effects() throws SQLException {
        List<String> all = new java.util.ArrayList<>();
        for (String query : EFFECTS) {
            all.addAll(installation.rows(query));
        }
        return all;
    }
}
