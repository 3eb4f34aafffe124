package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGKILL to the service while it checks the cases of the day. Nothing of the check is left, no entry says that there was one, and
 * whoever starts next checks the same day once: all findings, counts and one entry.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CaseCheckKillIT {

    private static final int CHILDREN = 300;

    /** Checks nothing while the cases are delivered: a day is checked once. */
    private static final List<String> NEVER = List.of("-Drettidig.casefile.check-delay=2h");

    private static final List<String> AT_ONCE =
            List.of("-Drettidig.casefile.check-delay=1s", "-Drettidig.casefile.check-every=1s");

    private static final String CHECKED =
            "select 1 from ledger_append where position('casefile.checked' in convert_from(body, 'UTF8')) > 0";

    /** Whoever else is in the middle of a transaction. */
    private static final String WORKING = "select 1 from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and state <> 'idle'";

    /** Several times as long as it takes to look again. */
    private static final int LOOKS_MILLIS = 4_000;

    private Installation installation;

    @BeforeAll
    void deliver() throws IOException, SQLException {
        installation = Installation.start(NEVER);
        ServiceProcess service = installation.service();
        Person dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        Person teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        Person nobody = Person.nobody(service);
        Registry open = registry("kill-open", "SCOPE_CASE");
        Registry cases = registry("kill-cases", "CASE_AWARE");
        open.register(dataTeam, teamLeader);
        cases.register(dataTeam, teamLeader);
        String from = Registry.today().minusDays(1).toString();
        String to = Registry.today().plusDays(100).toString();
        assertThat(open.parcel("open", rows("SCOPE_CASE", from, to))
                        .send(nobody)
                        .status())
                .isEqualTo(200);
        String aware = Registry.today().minusDays(20).toString();
        assertThat(cases.parcel("aware", rows("CASE_AWARE", aware, aware))
                        .send(nobody)
                        .status())
                .isEqualTo(200);
        assertThat(count("observation")).isEqualTo(CHILDREN);
        service.kill();
    }

    @AfterAll
    void close() throws IOException {
        if (installation != null) {
            installation.close();
        }
    }

    private static Registry registry(String feed, String indicator) {
        return new Registry(
                feed,
                "case-system",
                Set.of(indicator),
                "lb.demo.case",
                "open-case",
                ',',
                SigningKey.generate(new SecureRandom()));
    }

    private static String rows(String indicator, String from, String to) {
        return IntStream.range(0, CHILDREN)
                .mapToObj(child -> "{\"pseudonym\":\"" + name(child).text() + "\",\"indicator\":\"" + indicator
                        + "\",\"period_from\":\"" + from + "\",\"period_to\":\"" + to + "\",\"value\":1}\n")
                .collect(Collectors.joining());
    }

    private static Pseudonym name(int child) {
        try {
            return Pseudonym.of(
                    MessageDigest.getInstance("SHA-256").digest(("case " + child).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long count(String table) throws SQLException {
        return Long.parseLong(installation.rows("select count(*) from " + table).getFirst());
    }

    private void nothingIsChecked() throws SQLException {
        for (String table : List.of("case_check", "case_record", "case_finding", "case_month")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(installation.rows(CHECKED)).isEmpty();
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"case_finding", "case_check", "case_month"})
    void whatIsBrokenOffLeavesNothing(String table) throws Exception {
        String waiting = "select 1 from pg_locks where not granted and relation = '" + table + "'::regclass";
        try (HeldLock lock = new HeldLock(installation)) {
            lock.holdTable(table);
            ServiceProcess service = installation.addReplica(AT_ONCE);
            installation.awaitRow(waiting);
            service.kill();
        }
        installation.awaitNoRow(waiting);
        installation.awaitNoRow(WORKING);

        nothingIsChecked();
    }

    @Order(2)
    @Test
    void theDayIsCheckedOnceByWhoeverComesNext() throws Exception {
        ServiceProcess service = installation.addReplica(AT_ONCE);
        installation.awaitRow("select 1 from case_check");
        long findings = count("case_finding");
        Thread.sleep(LOOKS_MILLIS);
        service.kill();
        ServiceProcess another = installation.addReplica(AT_ONCE);
        Thread.sleep(LOOKS_MILLIS);

        assertThat(installation.rows("select cases from case_check")).containsExactly(Integer.toString(CHILDREN));
        assertThat(count("case_record")).isEqualTo(CHILDREN);
        assertThat(findings).isGreaterThanOrEqualTo(CHILDREN);
        assertThat(count("case_finding")).isEqualTo(findings);
        assertThat(installation.rows(CHECKED)).hasSize(1);
        new RecordCheck(installation, Person.signIn(another, DemoPerson.DATA_PROTECTION_OFFICER)).fits();
    }
}
