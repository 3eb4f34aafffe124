package dk.rettidig.oversight;

import static dk.rettidig.oversight.MixedTraffic.TIMES;
import static dk.rettidig.oversight.MixedTraffic.WAYS_BACK;
import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Reads.own;
import static dk.rettidig.oversight.Requests.ONE;
import static dk.rettidig.oversight.Requests.address;
import static dk.rettidig.oversight.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.StatementLog;
import dk.rettidig.testing.StatementLog.Asked;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
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

    /** Steps that count what every table holds about a child: by them alone each table would be read. */
    private static final Set<String> COUNTING = Set.of("a halt", "halts");

    @Inject
    Flags flags;

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

    /** What was asked while this was done, and entered: all of it committed. */
    private ReadsAgainstEntries seen(Callable<?> step) throws Exception {
        return ReadsAgainstEntries.of(asked(step));
    }

    private List<Asked> asked(Callable<?> step) throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        log.since();
        step.call();
        List<Asked> asked = log.since();
        assertThat(asked.stream().flatMap(each -> each.entry().stream()))
                .as("what was inserted is what the ledger has")
                .map(entry -> entry.path("type").asText())
                .containsExactlyInAnyOrderElementsOf(spy.types());
        return asked;
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
    void aDayReadsEveryTableAboutChildrenAndExactlyWhatTheEntriesStandFor() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        Set<String> read = new TreeSet<>();
        Set<String> entered = new TreeSet<>();
        for (Map.Entry<String, Steps.Step> named : Day.steps().entrySet()) {
            String name = named.getKey();
            Steps.Step step = named.getValue();
            List<Integer> status = new ArrayList<>();

            ReadsAgainstEntries seen = seen(() -> status.add(step.act().call().statusCode()));

            softly.assertThat(status).as(name).containsExactly(step.status());
            softly.assertThat(seen.differences(step.reads())).as(name).isEmpty();
            if (step.entry().equals(Steps.COUNTED)) {
                softly.assertThat(seen.tables()).as(name).isEmpty();
            } else {
                softly.assertThat(seen.entries()).as(name).anyMatch(entry -> entry.startsWith(step.entry()));
            }
            read.addAll(COUNTING.contains(name) ? Set.of("halt") : seen.tables());
            entered.addAll(seen.entries());
        }

        softly.assertThat(read)
                .as("the day reads each of them, or the day is too short")
                .containsExactlyElementsOf(tables);
        softly.assertThat(DeclaredReads.all().reads().keySet())
                .as("what is declared is entered on a day")
                .isSubsetOf(entered);
        softly.assertAll();
    }

    @Test
    void manyAtOnceAreCountedAlikeByDatabaseAndLedger() throws Exception {
        MixedTraffic traffic = new MixedTraffic();
        List<Integer> answers = new ArrayList<>();

        ReadsAgainstEntries seen = seen(() -> answers.addAll(traffic.run()));

        assertThat(seen.differences(DeclaredReads.all())).isEmpty();
        assertThat(answers).filteredOn(status -> status == 403).hasSize(TIMES + TIMES - TIMES / 3);
        assertThat(answers).filteredOn(status -> status != 403).containsOnly(200);
        assertThat(List.of(
                        "review.flag_opened",
                        "notification.opened",
                        "gate.refused open_notification",
                        "casefile.findings_opened",
                        "casefile.findings_exported",
                        "follow_up.opened",
                        "handover.read"))
                .allSatisfy(entry -> assertThat(seen.entries(entry)).as(entry).isEqualTo(TIMES));
        assertThat(seen.entries("review.weights_read")).isEqualTo(TIMES / 3);
        assertThat(seen.entries("review.weights_refused")).isEqualTo(TIMES - TIMES / 3);
        assertThat(seen.entries("reidentification.redeemed")).isEqualTo(WAYS_BACK);
        assertThat(seen.reading("flag_strength")).isEqualTo(seen.entries("review.weights_read"));
        assertThat(seen.reading("review_outcome"))
                .isEqualTo(seen.entries("review.flag_opened") + seen.entries("review.weights_read"));
        assertThat(seen.reading("notification_arrival")).isEqualTo(seen.entries("notification.opened"));
        assertThat(seen.reading("review_opening")).isEqualTo(seen.entries("reidentification.requested"));
        assertThat(seen.reading("case_finding"))
                .isEqualTo(seen.entries("gate.permitted list_case_findings")
                        + seen.entries("casefile.findings_opened")
                        + seen.entries("casefile.findings_exported"));
    }

    @Test
    void aRetentionRunThatFindsNothingShowsNobodyAnything() throws Exception {
        VaultSender.clear();
        Day.raised();

        List<Asked> asked = asked(() -> {
            DayOfOversight.erase();
            return true;
        });

        assertThat(asked)
                .filteredOn(each -> !each.reads().isEmpty() && each.sql().startsWith("select"))
                .as("what is due is named by its id, and who is kept by a halt; nothing else leaves the database")
                .isNotEmpty()
                .allMatch(each -> each.sql().startsWith("select id from ")
                        || each.sql().startsWith("select kept from halted(")
                        || each.sql().startsWith("select forget_rescore("));
        assertThat(ReadsAgainstEntries.of(asked).differences(DeclaredReads.all()))
                .isEmpty();
    }

    @Test
    void aRetentionRunAsksTheGateForEachClass() throws Exception {
        Day.raised();
        LedgerSpy spy = LedgerSpy.now();

        DayOfOversight.erase();

        List<String> asked = spy.entries("gate.permitted");
        assertThat(List.of("flag_unopened", "flag_concluded", "run_membership", "own_view", "reidentification_count"))
                .allSatisfy(name -> assertThat(asked).as(name).anyMatch(entry -> entry.contains("\"" + name + "\"")));
    }

    @Test
    void aReadPastTheGateIsNoticedAloneAndBesideARecordedOne() throws Exception {
        FlagId flag = Day.raised();

        ReadsAgainstEntries alone = seen(() -> flags.facts(MunicipalityCode.SYNTHETIC, flag));
        ReadsAgainstEntries beside = seen(() -> {
            get(ONE, address(flag));
            return flags.facts(MunicipalityCode.SYNTHETIC, flag); // tables that the entry stands for, once more
        });
        ReadsAgainstEntries other = seen(() -> {
            get(ONE, address(flag));
            return flags.strength(MunicipalityCode.SYNTHETIC, flag);
        });

        assertThat(alone.differences(DeclaredReads.all())).isNotEmpty();
        assertThat(beside.entries("review.flag_opened")).isEqualTo(1);
        assertThat(beside.differences(DeclaredReads.all()))
                .containsExactlyElementsOf(alone.differences(DeclaredReads.all()));
        assertThat(other.differences(DeclaredReads.all()))
                .singleElement()
                .asString()
                .contains("flag_strength");
    }

    @Test
    void aDeclarationOfMoreThanIsReadIsNoticed() throws Exception {
        FlagId flag = Day.raised();
        ReadsByEntry declared = DeclaredReads.all();

        ReadsAgainstEntries seen = seen(() -> get(ONE, address(flag)));

        assertThat(seen.differences(declared)).isEmpty();
        assertThat(seen.differences(declared.with("review.flag_opened", DeclaredReads.FLAG_OPENED.beside("halt"))))
                .containsExactly("nothing was read as entered: 1 of [halt]");
        assertThat(seen.differences(declared.with("review.flag_opened", own("flag", "flag_strength"))))
                .hasSize(1);
        assertThat(seen.differences(declared.with("review.flag_opened", none())))
                .hasSize(1);
    }
}
