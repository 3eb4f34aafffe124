package dk.rettidig.oversight.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagEvent;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import dk.rettidig.law.Retained;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every retention there is, over a real database: what concerns a halted child stays, what concerns another goes, and both go
 * once the halt is lifted. A new retention fails the first test until it has one of its own here.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HaltedErasureIT {

    private static final Actor DESK =
            new Actor.DataProtectionOfficer(new ActorName("desk"), MunicipalityCode.SYNTHETIC);

    /** By class and retention class, each with what shows it below, or why nothing has to. */
    private static final Set<String> COVERED = Set.of(
            "ObservationRetention observation_after_scope",
            "Rows flag_unopened",
            "Rows flag_concluded",
            "Rows observation_after_scope",
            "Rows run_membership",
            "ReviewRetention own_view",
            "FormerRetention former_pseudonym",
            "SourceRetention source_pair",
            "ConclusionRetention conclusion",
            // marks of people by quarter, counts by person and day: they lead to no child
            "ReviewerMarks reviewer_mark",
            "Lapses reidentification_count",
            "CommitmentRetention ledger_commitment",
            "IdentityRetention ledger_identity",
            // halts themselves, once they have ended
            "HaltRetention halt_ended",
            // by what stands for the child: ErasureRequestIT
            "ErasureRequestRetention erasure_request",
            "NotificationRetention notification_concluded",
            // who was on duty, and what is done about figures: lead to no child
            "RosterRetention duty_roster",
            "DiscussionRetention figure_discussion",
            "FollowUpRetention follow_up_ended",
            "HandoverRetention handover_ended",
            "ExtractRetention extract",
            "FindingRetention case_finding",
            // by the number of the case: SupervisionIT; by the child: below
            "SupervisionRetention supervision_round");

    @Inject
    @All
    List<Retained> retained;

    @Inject
    HaltDesk desk;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    private final Pseudonym halted = HaltRows.child();
    private final Pseudonym other = HaltRows.child();
    private Halt halt;

    @BeforeEach
    void oneChildIsHalted() {
        halt = desk.register(DESK, new HaltDesk.Draft(halted.text(), "access_request", "S-2026-17", ""));
    }

    @AfterEach
    void noneIs() throws SQLException {
        HaltRows.change("delete from halt");
    }

    @Test
    void everyRetentionIsShownHere() {
        assertThat(retained)
                .extracting(rows -> name(rows) + " " + rows.retentionClass())
                .containsExactlyInAnyOrderElementsOf(COVERED);
    }

    private static String name(Retained rows) {
        return ClientProxy.unwrap(rows).getClass().getSimpleName().replace("_Subclass", "");
    }

    private void erase(String name, String retentionClass, int days) {
        retained.stream()
                .filter(rows -> name(rows).equals(name) && rows.retentionClass().equals(retentionClass))
                .forEach(rows -> rows.eraseDue(clock.instant().plus(Duration.ofDays(days))));
    }

    private void lift() {
        desk.lift(DESK, halt.id().toString(), "Sagen er afgjort og meddelt forælderen.");
    }

    private static long content(FlagId flag) throws SQLException {
        return HaltRows.count(
                "select (select count(*) from flag where id = ? and erased_at is null)"
                        + " + (select count(*) from flag_fact where flag = ?)"
                        + " + (select count(*) from flag_strength where flag = ?)",
                flag.value(),
                flag.value(),
                flag.value());
    }

    @Test
    void aRoundWhoseFrameTheServiceMade() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "with r as (insert into supervision_round (municipality, id, drawn_from, frame_source, cases,"
                            + " sample, root, opens_at, committed_at, frame_append) values (999, gen_random_uuid(), 'placements',"
                            + " 'service', 1, 1, sha256('r'), now(), now(), 1) returning id)"
                            + " insert into supervision_case (municipality, round, ticket, key, pseudonym, handler)"
                            + " select 999, id, sha256('t'), repeat('0', 64), '\\x"
                            + HexFormat.of().formatHex(child.bytes()) + "', '' from r");
        }

        erase("SupervisionRetention", "supervision_round", 5 * 366);

        assertThat(HaltRows.of("supervision_case", halted)).isEqualTo(1);
        assertThat(HaltRows.of("supervision_case", other)).isZero();
        lift();
        erase("SupervisionRetention", "supervision_round", 5 * 366);
        assertThat(HaltRows.of("supervision_case", halted)).isZero();
    }

    @Test
    void observationsAndScope() throws SQLException {
        HaltRows.observed(halted, other);

        erase("ObservationRetention", "observation_after_scope", 1);

        assertThat(HaltRows.of("observation", halted)).isEqualTo(1);
        assertThat(HaltRows.of("scope", halted)).isEqualTo(1);
        assertThat(HaltRows.of("observation", other) + HaltRows.of("scope", other))
                .isZero();
        lift();
        erase("ObservationRetention", "observation_after_scope", 1);
        assertThat(HaltRows.of("observation", halted) + HaltRows.of("scope", halted))
                .isZero();
    }

    @Test
    void howScreeningsEnded() throws SQLException {
        HaltRows.observed(halted, other);
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery)"
                            + " values (999, ?, 'lb.demo.notified', '2026-01-30', '2026-01-30', true, false, 1)",
                    (Object) child.bytes());
        }

        erase("ConclusionRetention", "conclusion", 1);

        assertThat(HaltRows.of("conclusion", halted)).isEqualTo(1);
        assertThat(HaltRows.of("conclusion", other)).isZero();
        lift();
        erase("ConclusionRetention", "conclusion", 1);
        assertThat(HaltRows.of("conclusion", halted)).isZero();
    }

    @Test
    void findingsInCasesOfWhichNothingIsMissingAnyMore() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "with one as (insert into case_record (municipality, id, pseudonym, basis, checked_on) values (999,"
                            + " gen_random_uuid(), ?, 'lb.demo.case', '2024-01-30') returning id)"
                            + " insert into case_finding (municipality, case_record, rule, version, policy, state,"
                            + " first_seen, resolved_on, resolved_by) select 999, id, 'screening.decided', 1, 'x', 'open',"
                            + " '2024-01-29', '2024-01-30', 'done' from one",
                    (Object) child.bytes());
        }

        erase("FindingRetention", "case_finding", 1);

        assertThat(HaltRows.of("case_record", halted)).isEqualTo(1);
        assertThat(HaltRows.of("case_record", other)).isZero();
        assertThat(HaltRows.count("select count(*) from case_finding")).isEqualTo(1);
        lift();
        erase("FindingRetention", "case_finding", 1);
        assertThat(HaltRows.of("case_record", halted)).isZero();
    }

    @Test
    void notificationsOfWhichNothingIsLeftToDo() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "insert into notification (municipality, id, pseudonym, age_band, notifier, anonymous, causes, marks,"
                            + " incident, received_at, registered_at, registered_by, responsible, done_at, version) values"
                            + " (999, gen_random_uuid(), ?, '3-6', 'N01', false, 'R03', '', gen_random_uuid(),"
                            + " '2024-01-30', '2024-01-30', 'somebody', 'somebody', '2024-02-10', 0)",
                    (Object) child.bytes());
        }

        erase("NotificationRetention", "notification_concluded", 1);

        assertThat(HaltRows.of("notification", halted)).isEqualTo(1);
        assertThat(HaltRows.of("notification", other)).isZero();
        lift();
        erase("NotificationRetention", "notification_concluded", 1);
        assertThat(HaltRows.of("notification", halted)).isZero();
    }

    @Test
    void handoversThatAPersonEnded() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "with sent as (insert into handover (id, sender, receiver, age_band, moved_on, known_on, grounds,"
                            + " materials, sent_at) values (gen_random_uuid(), 999, 101, '3-6', '2024-01-30', '2024-01-30',"
                            + " 'support_needed', 'summary', '2024-01-30') returning id) insert into handover_side"
                            + " (municipality, handover, side, other, pseudonym, responsible, announced_at, ended_at)"
                            + " select 999, id, 'sender', 101, ?, 'somebody', '2024-01-30', '2024-01-30' from sent",
                    (Object) child.bytes());
        }

        erase("HandoverRetention", "handover_ended", 1);

        assertThat(HaltRows.of("handover_side", halted)).isEqualTo(1);
        assertThat(HaltRows.of("handover_side", other)).isZero();
        lift();
        erase("HandoverRetention", "handover_ended", 1);
        assertThat(HaltRows.of("handover_side", halted)).isZero();
    }

    @Test
    void followUpsThatAPersonClosed() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "insert into follow_up (municipality, id, pseudonym, reasons, notifications, responsible, state,"
                            + " opening, listed_at, latest_at, version) values (999, gen_random_uuid(), ?, 'grave', 1,"
                            + " 'somebody', 'closed', 1, '2024-01-30', '2024-01-30', 0)",
                    (Object) child.bytes());
        }

        erase("FollowUpRetention", "follow_up_ended", 1);

        assertThat(HaltRows.of("follow_up", halted)).isEqualTo(1);
        assertThat(HaltRows.of("follow_up", other)).isZero();
        lift();
        erase("FollowUpRetention", "follow_up_ended", 1);
        assertThat(HaltRows.of("follow_up", halted)).isZero();
    }

    @Test
    void flagsThatNobodyOpenedExpireWithTheirContent() throws SQLException {
        FlagId kept = HaltRows.flag(halted, "open");
        FlagId gone = HaltRows.flag(other, "open");

        erase("Rows", "flag_unopened", 1);

        assertThat(content(kept)).isEqualTo(5);
        assertThat(HaltRows.count("select count(*) from flag where id = ? and state = 'expired'", kept.value()))
                .isEqualTo(1);
        assertThat(content(gone)).isZero();
        lift();
        erase("Rows", "flag_unopened", 1);
        assertThat(content(kept)).isZero();
    }

    @Test
    void concludedAndWithdrawnFlags() throws SQLException {
        for (String[] one : List.of(
                new String[] {"concluded", "flag_concluded"}, new String[] {"withdrawn", "observation_after_scope"})) {
            FlagId kept = HaltRows.flag(halted, one[0]);
            FlagId gone = HaltRows.flag(other, one[0]);
            erase("Rows", one[1], 1);
            assertThat(content(kept)).as(one[0]).isEqualTo(5);
            assertThat(content(gone)).as(one[0]).isZero();
        }
        lift();
        erase("Rows", "flag_concluded", 1);
        erase("Rows", "observation_after_scope", 1);
        assertThat(HaltRows.of("flag", halted)).isZero();
    }

    @Test
    void whatPeopleWrote() throws SQLException {
        FlagId kept = HaltRows.flag(halted, "concluded");
        FlagId gone = HaltRows.flag(other, "concluded");
        HaltRows.viewed(kept);
        HaltRows.viewed(gone);
        String views = "select count(*) from review_own_view where flag = ?";

        erase("ReviewRetention", "own_view", 1);

        assertThat(HaltRows.count(views, kept.value())).isEqualTo(1);
        assertThat(HaltRows.count(views, gone.value())).isZero();
        lift();
        erase("ReviewRetention", "own_view", 1);
        assertThat(HaltRows.count(views, kept.value())).isZero();
    }

    @Test
    void membershipOfRunsThatTheChildWasIn() throws SQLException {
        RunId with = HaltRows.run(halted, other);
        RunId without = HaltRows.run(other);
        String salts = "select count(*) from run_salt s join run_membership m using (run) where run = ?";

        erase("Rows", "run_membership", 1);

        assertThat(HaltRows.count(salts, with.value())).isEqualTo(1);
        assertThat(HaltRows.count(salts, without.value())).isZero();
        lift();
        erase("Rows", "run_membership", 1);
        assertThat(HaltRows.count(salts, with.value())).isZero();
    }

    @Test
    void aRunFromBeforeTheChildGotItsNameIsKeptBecauseNobodyCanTell() throws SQLException {
        RunId before = HaltRows.run(other);
        HaltRows.change("update run set started_at = '2025-12-01' where id = ?", before.value());
        HaltRows.formerly(halted);

        erase("Rows", "run_membership", 1);

        assertThat(HaltRows.count("select count(*) from run_salt where run = ?", before.value()))
                .isEqualTo(1);
    }

    @Test
    void formerNames() throws SQLException {
        HaltRows.formerly(halted, other);

        erase("FormerRetention", "former_pseudonym", 31);

        assertThat(HaltRows.of("former_pseudonym", halted)).isEqualTo(1);
        assertThat(HaltRows.of("former_pseudonym", other)).isZero();
        lift();
        erase("FormerRetention", "former_pseudonym", 31);
        assertThat(HaltRows.of("former_pseudonym", halted)).isZero();
    }

    @Test
    void whatSourcesCallThem() throws SQLException {
        HaltRows.change("insert into pseudonym_source values (999, 'halted', 'skole') on conflict do nothing");
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "insert into source_pair (municipality, source, pseudonym, sealed, since)"
                            + " values (999, 'halted', ?, 'x', '2026-01-03')",
                    (Object) child.bytes());
        }

        erase("SourceRetention", "source_pair", 1);

        assertThat(HaltRows.of("source_pair", halted)).isEqualTo(1);
        assertThat(HaltRows.of("source_pair", other)).isZero();
        lift();
        erase("SourceRetention", "source_pair", 1);
        assertThat(HaltRows.of("source_pair", halted)).isZero();
    }

    @Test
    void whatStandsBehindTheLedger() throws SQLException {
        FlagId flag = new FlagId(UUID.randomUUID());
        AppendId raised = raised(flag, halted);
        AppendId opened = ledger.appendCommitted(
                caseworker("reader"), new ReviewEvent.FlagOpened(MunicipalityCode.SYNTHETIC, flag));
        AppendId elsewhere = raised(new FlagId(UUID.randomUUID()), other);
        String found = "select (select count(*) from ledger_commitment where append_id = ?)"
                + " + (select count(*) from ledger_subject where append_id = ?)"
                + " + (select count(*) from ledger_flag where append_id = ?)";
        LedgerSpy spy = LedgerSpy.now();

        erase("CommitmentRetention", "ledger_commitment", 500);

        assertThat(spy.entries("ledger.commitments_erased"))
                .singleElement(STRING)
                .contains("\"commitments\":");
        assertThat(HaltRows.count(found, raised.value(), raised.value(), raised.value()))
                .isEqualTo(3);
        assertThat(HaltRows.count(found, opened.value(), opened.value(), opened.value()))
                .isEqualTo(1);
        assertThat(HaltRows.count(found, elsewhere.value(), elsewhere.value(), elsewhere.value()))
                .isZero();
        lift();
        erase("CommitmentRetention", "ledger_commitment", 500);
        assertThat(HaltRows.count(found, raised.value(), raised.value(), raised.value()))
                .isZero();
    }

    @Test
    void whoStandsBehindAHandleInTheChildsEntries() throws SQLException {
        FlagId flag = new FlagId(UUID.randomUUID());
        raised(flag, halted);
        AppendId opened = ledger.appendCommitted(
                caseworker("who-read"), new ReviewEvent.FlagOpened(MunicipalityCode.SYNTHETIC, flag));
        AppendId elsewhere = ledger.appendCommitted(
                caseworker("who-read-another"),
                new ReviewEvent.FlagOpened(MunicipalityCode.SYNTHETIC, new FlagId(UUID.randomUUID())));
        String known = "select count(*) from ledger_actor where handle ="
                + " (select actor from ledger_append where append_id = ?)";
        LedgerSpy spy = LedgerSpy.now();

        erase("IdentityRetention", "ledger_identity", 900);

        assertThat(spy.entries("ledger.identities_erased"))
                .singleElement(STRING)
                .contains("\"identities\":");
        assertThat(HaltRows.count(known, opened.value())).isEqualTo(1);
        assertThat(HaltRows.count(known, elsewhere.value())).isZero();
    }

    @Test
    void extracts() throws SQLException {
        for (Pseudonym child : List.of(halted, other)) {
            HaltRows.change(
                    "insert into extract (municipality, id, pseudonym, case_reference, prepared_by, prepared_at)"
                            + " values (999, gen_random_uuid(), ?, 'S-2026-17', 'desk', '2026-01-03')",
                    (Object) child.bytes());
        }

        erase("ExtractRetention", "extract", 1);

        assertThat(HaltRows.of("extract", halted)).isEqualTo(1);
        assertThat(HaltRows.of("extract", other)).isZero();
        lift();
        erase("ExtractRetention", "extract", 1);
        assertThat(HaltRows.of("extract", halted)).isZero();
    }

    @Test
    void aRetentionThatCannotReadTheHaltsErasesNothing() throws SQLException {
        HaltRows.observed(other);
        HaltRows.change("alter table halt rename to halt_away");
        try {
            assertThatThrownBy(() -> erase("ObservationRetention", "observation_after_scope", 1))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> erase("CommitmentRetention", "ledger_commitment", 500))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            HaltRows.change("alter table halt_away rename to halt");
        }

        assertThat(HaltRows.of("observation", other)).isEqualTo(1);
    }

    @Test
    void aHaltHoldsOnItsLastDayAndNotOnTheNext() throws SQLException {
        FlagId flag = HaltRows.flag(halted, "concluded");
        String today = "update halt set until_day = (now() at time zone 'Europe/Copenhagen')::date";
        HaltRows.change(today);
        erase("Rows", "flag_concluded", 1);
        assertThat(content(flag)).isEqualTo(5);

        HaltRows.change(today + " - 1");
        erase("Rows", "flag_concluded", 1);
        assertThat(content(flag)).isZero();
    }

    @Test
    void aHaltInAnotherMunicipalityHaltsNothingHere() throws SQLException {
        HaltRows.change("update halt set municipality = 101");
        FlagId flag = HaltRows.flag(halted, "concluded");

        erase("Rows", "flag_concluded", 1);

        assertThat(content(flag)).isZero();
    }

    private AppendId raised(FlagId flag, Pseudonym child) {
        return ledger.appendCommitted(
                new Actor.Scheduler(),
                new FlagEvent.Raised(
                        new RunId(UUID.randomUUID()), MunicipalityCode.SYNTHETIC, flag, child, "0".repeat(64)));
    }

    private static Actor caseworker(String name) {
        return new Actor.Caseworker(new ActorName(name), MunicipalityCode.SYNTHETIC);
    }
}
