package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The service while its database is away, and afterwards. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseAwayIT {

    private static final Set<String> SAYS_SO =
            Set.of("database_unavailable", "ledger_append_unavailable", "ledger_unreadable", "feed_load_failed");

    /** Jobs that look for expired leases are due every ten seconds. */
    private static final Duration A_ROUND_OF_JOBS = Duration.ofSeconds(16);

    private Installation installation;
    private Person nobody;
    private Person dataTeam;
    private Person teamLeader;
    private Person caseworker;
    private final Registry school = Registry.of("away-school", "school", ',', Set.of("SCH_ABS_UNL"));

    @BeforeAll
    void start() throws IOException {
        installation = Installation.start(List.of("-Xmx256m"));
        ServiceProcess service = installation.service();
        nobody = Person.nobody(service);
        dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        caseworker = Person.signIn(service, DemoPerson.CASEWORKER_ONE);
        school.register(dataTeam, teamLeader);
    }

    @AfterAll
    void stop() throws IOException {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void saysSoWithoutNoiseAndRecoversByItself() throws Exception {
        Parcel parcel = school.parcel("while-away", "");
        int logged = installation.service().log().length();

        installation.postgres().stop();
        installation.service().awaitHealth("ready", 503);
        Map<String, Answer> answers = askEverything(parcel);

        assertThat(installation.service().health("live")).isEqualTo(200);
        assertThat(answers).allSatisfy((_, answer) -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("code")).isIn(SAYS_SO);
            assertThat(answer.body())
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContainIgnoringCase("postgres")
                    .doesNotContain("127.0.0.1", "rettidig_app", ServiceProcess.PASSWORD, "at dk.");
        });
        Thread.sleep(A_ROUND_OF_JOBS);
        String log = installation.service().log().substring(logged);
        assertThat(log.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
        assertThat(log).doesNotContain(ServiceProcess.PASSWORD);

        installation.postgres().start();
        installation.service().awaitReady();

        Answer receipt = parcel.send(nobody);
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(200);
        assertThat(caseworker.get("/api/v1/flags").status()).isEqualTo(200);
    }

    private Map<String, Answer> askEverything(Parcel parcel) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("delivery", parcel.send(nobody));
        answers.put("key", dataTeam.post("/api/v1/registries/away/keys", Map.of("public_key", "AAAA")));
        answers.put("feeds", dataTeam.get("/api/v1/feeds"));
        answers.put("run", teamLeader.post("/api/v1/runs", Traffic.runRequest()));
        answers.put("flags", caseworker.get("/api/v1/flags"));
        answers.put("checkpoint", nobody.getText("/ledger/checkpoint"));
        return answers;
    }
}
