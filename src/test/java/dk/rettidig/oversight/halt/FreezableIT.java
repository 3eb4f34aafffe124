package dk.rettidig.oversight.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Commitment;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerErasure;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.erasure.ErasureRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every feature says a halt keeps, held against what every retention erases: over a real database, about a halted child and
 * one who is not.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FreezableIT {

    private static final Actor DESK =
            new Actor.DataProtectionOfficer(new ActorName("desk"), MunicipalityCode.SYNTHETIC);

    private static final Duration LONG = Duration.ofDays(5 * 366);

    private static final Pattern KEPT = Pattern.compile("\"kept\":\"([0-9a-f]{64})\"");

    /** Tables that name children and that no halt keeps. */
    private static final Set<String> KEPT_BY_NO_HALT = Set.of(
            // A halt that stands is not erased, and one that has ended keeps nothing, itself included.
            "halt");

    /** Retentions of rows that lead to no child. */
    private static final Set<String> ABOUT_NO_CHILD =
            Set.of("reviewer_mark", "reidentification_count", "duty_roster", "figure_discussion", "halt_ended");

    /** Classes of one feature whose rows are counted together: a flag under the class in which it can end. */
    private static final Map<String, String> COUNTED_AS = Map.of("flag_unopened", "flag_concluded");

    @Inject
    @All
    List<Freezable> freezables;

    @Inject
    @All
    List<Retained> retained;

    @Inject
    HaltDesk desk;

    @Inject
    RetentionRules rules;

    @Inject
    Ledger ledger;

    @Inject
    LedgerErasure erasure;

    @Inject
    Subjects subjects;

    @Inject
    Clock clock;

    private final Pseudonym halted = HaltRows.child();
    private final Pseudonym other = HaltRows.child();

    @BeforeEach
    @AfterEach
    void nothingElse() throws SQLException {
        VaultSender.clear();
        HaltRows.change("truncate erasure_request, halt, extract cascade");
    }

    /** Everything that the service can hold about both, all of it due long ago. */
    private void bothAreHeld() throws SQLException {
        ErasureRows.fill(halted, other);
        HaltRows.run(halted, other);
        HaltRows.run(other);
        for (Pseudonym child : List.of(halted, other)) {
            ErasureRows.entries(ledger, child);
            HaltRows.change(
                    "insert into erasure_request (municipality, id, lookup, ground, case_reference, because, requested_by,"
                            + " requested_at, state, decided_by, decided_at, refusal, decided_why) values (999,"
                            + " gen_random_uuid(), ?, 'unlawful', 'S-2026-17', 'Et barn der ikke findes.', 'desk',"
                            + " '2026-01-03', 'refused', 'lawyer', '2026-01-03', 'no_ground', 'Der er ingen grund til det.')",
                    (Object) subjects.lookup("999", child.bytes()));
        }
    }

    private Halt halt(String kind, String reference) {
        return desk.register(DESK, new HaltDesk.Draft(halted.text(), kind, reference, ""));
    }

    private void lift(Halt halt) {
        desk.lift(DESK, halt.id().toString(), "Sagen er afgjort og meddelt forælderen.");
    }

    /** What each says, in the order in which they are injected. */
    private List<Integer> frozen(Pseudonym child) {
        NamedChild named = new NamedChild("999", child.bytes());
        return QuarkusTransaction.requiringNew()
                .call(() -> freezables.stream().map(each -> each.frozen(named)).toList());
    }

    private SortedMap<String, Integer> byClass(Pseudonym child) {
        SortedMap<String, Integer> sums = new TreeMap<>();
        List<Integer> each = frozen(child);
        for (int i = 0; i < each.size(); i++) {
            sums.merge(freezables.get(i).retentionClass(), each.get(i), Integer::sum);
        }
        return sums;
    }

    private void eraseEverythingDue() {
        retained.forEach(each -> each.eraseDue(clock.instant().plus(LONG)));
    }

    @Test
    void everyTableThatNamesAChildIsKeptByExactlyOneFeature() throws SQLException {
        List<String> named = ErasureRows.names(
                "select distinct c.table_name from information_schema.columns c"
                        + " where c.table_schema = 'public' and c.data_type = 'bytea'"
                        + " and (c.column_name like '%pseudonym%' or c.column_name = 'lookup')"
                        // by whom an actor's handle is found: no child
                        + " and c.table_name not in (select relname from pg_class where relispartition union select 'ledger_actor')");
        List<String> counted = new ArrayList<>(KEPT_BY_NO_HALT);
        freezables.forEach(each -> counted.addAll(each.tables()));

        assertThat(counted)
                .as("a new table that names children needs a Freezable of its feature")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyRetentionAboutChildrenHasAFreezableOfItsClass() {
        Set<String> classes = freezables.stream().map(Freezable::retentionClass).collect(Collectors.toSet());

        assertThat(retained.stream()
                        .map(Retained::retentionClass)
                        .map(name -> COUNTED_AS.getOrDefault(name, name))
                        .filter(name -> !ABOUT_NO_CHILD.contains(name)))
                .as("a retention of rows about children says what a halt keeps of them")
                .isSubsetOf(classes);
        assertThat(classes).allSatisfy(name -> assertThat(rules.keep(name)).isPositive());
    }

    @Test
    void whatAHaltIsSaidToKeepIsKeptUntilItIsLifted() throws SQLException {
        bothAreHeld();
        assertThat(frozen(halted)).as("no halt, nothing kept").containsOnly(0);
        Halt halt = halt("complaint", "S-2026-18");

        List<Integer> before = frozen(halted);

        assertThat(before).as("%s", byClass(halted)).doesNotContain(0);
        assertThat(frozen(other)).containsOnly(0);

        eraseEverythingDue();

        assertThat(frozen(halted)).as("%s", byClass(halted)).isEqualTo(before);
        assertThat(ErasureRows.naming(other).keySet())
                .as("the round stays for the halted child, with every case in it")
                .isSubsetOf("supervision_case");
        lift(halt);
        assertThat(frozen(halted)).containsOnly(0);
        eraseEverythingDue();
        assertThat(ErasureRows.naming(halted).keySet())
                .as("the lifted halt itself goes when its own time is over")
                .isEmpty();
    }

    @Test
    void twoHaltsOfOneChildKeepTheSameUntilBothAreLifted() throws SQLException {
        bothAreHeld();
        Halt first = halt("access_request", "S-2026-18");
        List<Integer> kept = frozen(halted);
        Halt second = halt("complaint", "S-2026-19");

        lift(first);

        assertThat(frozen(halted)).hasSameSizeAs(kept).doesNotContain(0);
        assertThat(desk.list(DESK))
                .filteredOn(listed -> listed.halt().id().equals(second.id()))
                .singleElement()
                .satisfies(listed -> assertThat(listed.rows()).isEqualTo(byClass(halted)));
        assertThat(desk.list(DESK))
                .filteredOn(listed -> listed.halt().id().equals(first.id()))
                .singleElement()
                .satisfies(listed -> assertThat(listed.rows()).isEmpty());
        lift(second);
        assertThat(frozen(halted)).containsOnly(0);
    }

    @Test
    void aRunFromBeforeTheChildGotItsNameCountsAsKept() throws SQLException {
        HaltRows.run(other);
        halt("access_request", "S-2026-17");
        assertThat(byClass(halted)).containsEntry("run_membership", 0);
        HaltRows.change("update run set started_at = '2025-12-01'");

        HaltRows.formerly(halted);

        assertThat(byClass(halted)).containsEntry("run_membership", 1);
    }

    @Test
    void aCaseThatAHaltNamesByItsNumberCountsAsKept() throws SQLException {
        HaltRows.change("with r as (insert into supervision_round (municipality, id, drawn_from, frame_source, cases,"
                + " sample, root, opens_at, committed_at, frame_append) values (999, gen_random_uuid(), 'placements',"
                + " 'uploaded', 1, 1, sha256('r'), now(), now(), 1) returning id)"
                + " insert into supervision_case (municipality, round, ticket, key, reference, handler)"
                + " select 999, id, sha256('t'), repeat('0', 64), 'S-2026-17', '' from r");

        halt("complaint", "S-2026-18");
        assertThat(byClass(halted)).containsEntry("supervision_round", 0);
        halt("complaint", "S-2026-17");
        assertThat(byClass(halted)).containsEntry("supervision_round", 1);
    }

    @Test
    void theEntriesCommitToWhatIsKeptAndSayNothingOfItOpenly() throws SQLException {
        bothAreHeld();
        LedgerSpy spy = LedgerSpy.now();

        Halt halt = halt("objection", "S-2026-18");
        SortedMap<String, Integer> registered = byClass(halted);
        lift(halt);

        // The entry of the halt is itself about the child.
        registered.merge("ledger_commitment", -3, Integer::sum);
        registered.merge("ledger_identity", -1, Integer::sum);
        assertThat(committed(spy, "halt.registered")).isEqualTo(lines(registered));
        registered.merge("ledger_commitment", 3, Integer::sum);
        registered.merge("ledger_identity", 1, Integer::sum);
        assertThat(committed(spy, "halt.lifted")).isEqualTo(lines(registered));
    }

    private static String lines(SortedMap<String, Integer> rows) {
        return rows.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String committed(LedgerSpy spy, String type) throws SQLException {
        String entry = spy.entries(type).getFirst();
        assertThat(entry).doesNotContain("observation", "flag_concluded");
        Matcher hash = KEPT.matcher(entry);
        assertThat(hash.find()).isTrue();
        AppendId append = new AppendId(HaltRows.count(
                "select append_id from ledger_append where convert_from(body, 'UTF8') like ?",
                "%" + hash.group(1) + "%"));
        Commitment kept = QuarkusTransaction.requiringNew()
                .call(() -> erasure.open(append, "kept", hash.group(1)))
                .orElseThrow();
        return new String(kept.value(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source_pair", "supervision_case", "run_salt", "review_outcome"})
    void aFeatureThatCannotSayWhatItKeepsFailsTheRegisteringAndTheLifting(String table) throws SQLException {
        bothAreHeld();
        HaltRows.change("alter table " + table + " rename to table_away");
        try {
            assertThatThrownBy(() -> halt("complaint", "S-2026-18")).isInstanceOf(RuntimeException.class);
        } finally {
            HaltRows.change("alter table table_away rename to " + table);
        }
        assertThat(desk.list(DESK)).noneMatch(listed -> desk.holds(listed.halt()));
        Halt halt = halt("complaint", "S-2026-18");
        HaltRows.change("alter table " + table + " rename to table_away");
        try {
            assertThatThrownBy(() -> lift(halt)).isInstanceOf(RuntimeException.class);
        } finally {
            HaltRows.change("alter table table_away rename to " + table);
        }
        assertThat(desk.list(DESK))
                .filteredOn(listed -> desk.holds(listed.halt()))
                .hasSize(1);
    }

    @Test
    void anotherMunicipalitysHaltKeepsNothingHere() throws SQLException {
        bothAreHeld();
        halt("complaint", "S-2026-18");

        HaltRows.change("update halt set municipality = 101");

        assertThat(frozen(halted)).containsOnly(0);
    }
}
