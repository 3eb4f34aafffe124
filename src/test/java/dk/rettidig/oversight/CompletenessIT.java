package dk.rettidig.oversight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.law.Retained;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.StatementLog;
import dk.rettidig.testing.StatementLog.Asked;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody looks unrecorded: what PostgreSQL says it was asked about people, held against what the ledger says. The jobs that
 * run by the clock are switched off, and those that read about people are steps like the others.
 */
@QuarkusTest
@TestProfile(CompletenessIT.NoClockwork.class)
@QuarkusTestResource(
        value = RealDatabase.class,
        initArgs = @ResourceArg(name = RealDatabase.STATEMENTS, value = "all"),
        restrictToAnnotatedClass = true)
class CompletenessIT {

    /** No job starts by itself. */
    public static final class NoClockwork implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    /** Openings; a third of them of the flag whose reader sealed a view. */
    private static final int OPENED = 30;

    /** Steps that count what every table holds about a child: by them alone each table would be read. */
    private static final Set<String> COUNTING = Set.of("a halt", "halts");

    @Inject
    Flags flags;

    @Inject
    @All
    List<Retained> retained;

    @Inject
    Clock clock;

    private Set<String> tables = Set.of();
    private StatementLog log;

    @BeforeEach
    void listen() throws SQLException {
        tables = personTables();
        log = StatementLog.of(tables);
    }

    /** Tables whose rows are about one child each: PostgreSQL shows them to nobody who names no municipality. */
    private static Set<String> personTables() throws SQLException {
        return names("select relname from pg_class where relrowsecurity and not relispartition");
    }

    private static Set<String> names(String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** What one step asked about people and entered. */
    private record Seen(List<Asked> asked, Map<String, Set<String>> reads, List<String> entries) {

        Set<String> tables() {
            return reads.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
        }

        /** Statements that read without changing what they read. */
        List<String> shown() {
            return asked.stream()
                    .map(Asked::sql)
                    .filter(sql -> sql.startsWith("select"))
                    .toList();
        }

        long transactionsReading(String table) {
            return reads.values().stream().filter(each -> each.contains(table)).count();
        }

        long entries(String type) {
            return entries.stream().filter(type::equals).count();
        }
    }

    private Seen seen(Callable<?> step) throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        log.since();
        step.call();
        List<Asked> asked =
                log.since().stream().filter(each -> !each.reads().isEmpty()).toList();
        Map<String, Set<String>> reads = asked.stream()
                .collect(groupingBy(
                        Asked::transaction,
                        LinkedHashMap::new,
                        java.util.stream.Collectors.flatMapping(
                                each -> each.reads().stream(), toCollection(TreeSet::new))));
        return new Seen(asked, reads, spy.types());
    }

    /** The rule: whoever reads about children has entered something before the answer leaves. */
    private static boolean unrecorded(Seen seen) {
        return !seen.tables().isEmpty() && seen.entries().isEmpty();
    }

    @Test
    void everyTableThatNamesAChildIsOneOfThem() throws SQLException {
        assertThat(names("select table_name from information_schema.columns where table_schema = 'public'"
                        + " and column_name like '%pseudonym%' and data_type = 'bytea' and table_name not in"
                        + " (select relname from pg_class where relispartition)"))
                .isNotEmpty()
                .isSubsetOf(tables);
    }

    @Test
    void aDayReadsEveryTableAboutChildrenAndEveryStepThatReadsIsOnTheRecord() throws Exception {
        Set<String> read = new TreeSet<>();
        for (Map.Entry<String, Day.Step> step : Day.steps().entrySet()) {
            List<Integer> status = new ArrayList<>();

            Seen seen = seen(() -> status.add(step.getValue().act().call().statusCode()));

            String name = step.getKey();
            assertThat(status).as(name).containsExactly(step.getValue().status());
            assertThat(unrecorded(seen)).as("%s: %s", name, seen).isFalse();
            if (step.getValue().entry().equals(Day.COUNTED)) {
                assertThat(seen.tables()).as(name).isEmpty();
            } else {
                assertThat(seen.entries()).as(name).contains(step.getValue().entry());
            }
            read.addAll(COUNTING.contains(name) ? Set.of("halt") : seen.tables());
        }

        assertThat(read)
                .as("the day reads each of them, or the day is too short")
                .containsExactlyElementsOf(tables);
    }

    @Test
    void manyAtOnceAreCountedAlikeByDatabaseAndLedger() throws Exception {
        List<FlagId> raised = List.of(Day.raised(), Day.raised(), Day.raised());
        raised.forEach(flag -> Day.get(Day.ONE, Day.address(flag)));
        Day.seal(Day.ONE, raised.getFirst());

        Seen seen = seen(() -> mixed(raised));

        assertThat(seen.entries("review.flag_opened")).isEqualTo(OPENED);
        assertThat(seen.entries("review.weights_read")).isEqualTo(OPENED / 3);
        assertThat(seen.entries("review.weights_refused")).isEqualTo(OPENED - OPENED / 3);
        assertThat(seen.transactionsReading("flag_strength"))
                .as("the strength is read where it is entered as read, and nowhere else")
                .isEqualTo(seen.entries("review.weights_read"));
        assertThat(seen.transactionsReading("review_outcome"))
                .as("a flag is shown where it is entered as opened or weighed, and nowhere else")
                .isEqualTo(seen.entries("review.flag_opened") + seen.entries("review.weights_read"));
    }

    /** Two callers open each flag and ask for its strength, turn about. */
    private static List<Integer> mixed(List<FlagId> flags) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < OPENED; i++) {
            String address = Day.address(flags.get(i % flags.size()));
            calls.add(() -> Day.get(Day.ONE, address).statusCode());
            calls.add(() -> Day.get(Day.ONE, address + "/weights").statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void aRetentionRunThatFindsNothingShowsNobodyAnything() throws Exception {
        Day.raised();

        Seen seen = seen(() -> {
            retained.forEach(each -> each.eraseDue(clock.instant()));
            return true;
        });

        assertThat(seen.shown())
                .as("what is due is named by its id; nothing about a child leaves the database")
                .isNotEmpty()
                .allMatch(sql -> sql.startsWith("select id from "));
    }

    @Test
    void aRetentionRunAsksTheGateForEachClass() throws Exception {
        Day.raised();
        LedgerSpy spy = LedgerSpy.now();

        retained.forEach(each -> each.eraseDue(clock.instant()));

        List<String> asked = spy.entries("gate.permitted");
        assertThat(List.of("flag_unopened", "flag_concluded", "run_membership", "own_view", "reidentification_count"))
                .allSatisfy(name -> assertThat(asked).as(name).anyMatch(entry -> entry.contains("\"" + name + "\"")));
    }

    @Test
    void aReadPastTheGateWouldBeNoticed() throws Exception {
        FlagId flag = Day.raised();

        Seen seen = seen(() -> flags.facts(MunicipalityCode.SYNTHETIC, flag));

        assertThat(seen.tables()).contains("flag_fact");
        assertThat(unrecorded(seen)).isTrue();
    }
}
