package dk.rettidig.handover;

import static dk.rettidig.conversion.VaultSender.number;
import static dk.rettidig.conversion.VaultSender.pair;
import static dk.rettidig.handover.Between.FROM;
import static dk.rettidig.handover.Between.HERE;
import static dk.rettidig.handover.Between.OURS;
import static dk.rettidig.handover.Between.RECEIVER;
import static dk.rettidig.handover.Between.SENDER;
import static dk.rettidig.handover.Between.THEIRS;
import static dk.rettidig.handover.Between.THERE;
import static dk.rettidig.handover.Between.TO;
import static dk.rettidig.handover.Between.answer;
import static dk.rettidig.handover.Between.closing;
import static dk.rettidig.handover.Between.draft;
import static dk.rettidig.handover.Between.supplement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.fault.Fault;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.law.HandoverDuty;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Notifications;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A child moves from municipality 101 to 147: what each of them sees, says and does about it. */
@QuarkusTest
@TestProfile(TwoMunicipalities.class)
@QuarkusTestResource(RealDatabase.class)
class HandoverIT {

    @Inject
    Clock clock;

    @Inject
    Notifications notifications;

    private final Between between = new Between();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void begin() throws SQLException {
        Between.begin();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterEach
    void end() throws SQLException {
        Between.end();
    }

    private Filed here(HandoverId id) {
        return between.seen(SENDER, id, now).filed();
    }

    private Filed there(HandoverId id) {
        return between.seen(RECEIVER, id, now).filed();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.errorCode().code()).isEqualTo(code));
    }

    @Test
    void theSenderSeesWhenItWasDeliveredOpenedAndAnsweredAndByWhichJob() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        HandoverId id = between.sent(now);
        assertThat(here(id).stage()).isEqualTo(Stage.AWAITING);

        assertThat(Between.moved().statusCode()).isEqualTo(200);
        now = clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        assertThat(here(id).stage()).isEqualTo(Stage.DELIVERED);
        between.act(RECEIVER, id, ActDraft.opening(), now);
        assertThat(here(id).stage()).isEqualTo(Stage.OPENED);
        between.act(RECEIVER, id, answer("taken_over"), now);

        Filed seen = here(id);
        assertThat(seen.stage()).isEqualTo(Stage.ANSWERED);
        assertThat(seen.acts())
                .extracting(act -> act.kind() + " " + act.code() + " " + act.job() + " " + act.at())
                .containsExactly(
                        "OPENED  " + ActorKind.CASEWORKER + " " + now,
                        "ANSWERED taken_over " + ActorKind.CASEWORKER + " " + now);
        assertThat(seen.acts().getLast().because().orElseThrow().text()).isEqualTo(Between.WHY);
        assertThat(seen.people()).as("no name of the other municipality").isEmpty();
        assertThat(there(id).people()).containsValue(new ActorName("receiver-one"));
        between.act(SENDER, id, closing("settled"), now);
        assertThat(here(id).stage()).isEqualTo(Stage.CLOSED);
        assertThat(spy.types()).contains("handover.sent", "handover.delivered", "handover.read", "handover.acted");
        assertThat(spy.entries("handover.delivered"))
                .as("one of each municipality")
                .hasSize(2);
        for (String entry : spy.entries("handover.")) {
            assertThat(entry).doesNotContain(OURS, THEIRS, "receiver-one", "taken_over", "abuse");
        }
    }

    @Test
    void untilTheConversionTheReceiverSeesThatOneIsComingAndNothingElse() {
        HandoverId id = between.sent(now);

        Filed coming = there(id);

        assertThat(coming.stage()).isEqualTo(Stage.AWAITING);
        assertThat(coming.own().other()).isEqualTo(HERE);
        assertThat(coming.own().child()).isEmpty();
        assertThat(coming.handover()).isEmpty();
        assertThat(between.seen(RECEIVER, id, now).running()).isEmpty();
        refused("handover_not_now", () -> between.act(RECEIVER, id, ActDraft.opening(), now));
        refused("handover_not_now", () -> between.act(RECEIVER, id, answer("no_need"), now));
    }

    @Test
    void theContentsAreReadAfterOpeningAndNotBefore() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();

        assertThat(there(id).contents()).isEmpty();
        between.act(RECEIVER, id, ActDraft.opening(), now);

        Handover contents = there(id).contents().orElseThrow();
        assertThat(contents.grounds()).containsExactly("abuse_by_parents", "measure_running");
        assertThat(contents.materials()).containsExactly("plan", "summary");
        assertThat(contents.remark().orElseThrow().text()).isEqualTo(Between.REMARK);
    }

    @Test
    void openingRegistersANotificationWhose24HoursRunFromTheDelivery() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        Instant delivered = there(id).handover().flatMap(Handover::deliveredAt).orElseThrow();
        now = delivered.plus(Duration.ofHours(3));
        between.act(RECEIVER, id, ActDraft.opening(), now);

        Filed opened = there(id);
        Notifications.Filed filed = QuarkusTransaction.requiringNew()
                .call(() ->
                        notifications.find(THERE, opened.own().notification().orElseThrow()))
                .orElseThrow();
        assertThat(filed.notification().notifier()).isEqualTo("N09");
        assertThat(filed.notification().receivedAt()).isEqualTo(delivered);
        assertThat(filed.notification().child().text()).isEqualTo(THEIRS);
        assertThat(filed.notification().causes()).containsExactly("R16", "R18");
        assertThat(filed.notification().markIds()).containsExactly("abuse", "abuse_by_parents");
        Notifications.Listing listed = QuarkusTransaction.requiringNew()
                .call(() -> notifications.list(THERE, Optional.empty(), 10))
                .getFirst();
        assertThat(listed.nextDue()).contains(delivered.plus(Duration.ofHours(24)));
        assertThat(number("select count(*) from scope where municipality = 147 and not retracted"))
                .as("in scope of the municipality that it moved to")
                .isEqualTo(1);
        assertThat(here(id).own().notification()).isEmpty();
    }

    @Test
    void whoAsksForMoreGetsASupplementAndAnswersAgain() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        between.act(RECEIVER, id, ActDraft.opening(), now);
        between.act(RECEIVER, id, answer("asks_for_more", "assessment"), now);
        assertThat(here(id).stage()).isEqualTo(Stage.MORE_ASKED);
        assertThat(here(id).acts().getLast().materials()).containsExactly("assessment");

        refused("handover_not_now", () -> between.act(RECEIVER, id, answer("no_need"), now));
        refused("handover_input_invalid", () -> between.act(SENDER, id, supplement(), now));
        between.act(SENDER, id, supplement("assessment"), now);

        assertThat(there(id).stage()).isEqualTo(Stage.OPENED);
        between.act(RECEIVER, id, answer("not_resident"), now);
        assertThat(here(id).stage()).isEqualTo(Stage.ANSWERED);
        assertThat(here(id).own().endedAt()).as("the sender has to read it").isEmpty();
    }

    @Test
    void anAnswerIsGivenOnceByTheReceiverAndOfTheVersionThatWasRead() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        between.act(RECEIVER, id, ActDraft.opening(), now);
        refused("handover_other_side", () -> between.act(SENDER, id, answer("taken_over"), now));
        refused("handover_other_side", () -> between.act(RECEIVER, id, closing("withdrawn"), now));
        refused(
                "handover_precondition_required",
                () -> between.act(RECEIVER, id, answer("no_need"), now, Optional.empty()));
        int read = there(id).version();
        between.act(RECEIVER, id, answer("no_need"), now, Optional.of(read));
        refused("handover_changed", () -> between.act(RECEIVER, id, answer("no_need"), now, Optional.of(read)));
        refused("handover_not_now", () -> between.act(RECEIVER, id, answer("taken_over"), now));
        assertThat(here(id).acts()).hasSize(2);
    }

    @Test
    void nothingEndsWithoutAPersonAndAReason() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        ActDraft mute = new ActDraft(ActKind.CLOSED, "withdrawn", " ", List.of());
        refused("handover_input_invalid", () -> between.act(SENDER, id, mute, now));
        ActDraft silent = new ActDraft(ActKind.ANSWERED, "taken_over", "", List.of());
        between.act(RECEIVER, id, ActDraft.opening(), now);
        refused("handover_input_invalid", () -> between.act(RECEIVER, id, silent, now));
        refused("handover_not_now", () -> between.act(SENDER, id, closing("settled"), now));
        refused("handover_input_invalid", () -> between.act(SENDER, id, closing("forgotten"), now));

        between.act(SENDER, id, closing("withdrawn"), now);

        assertThat(there(id).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(there(id).own().endedAt()).contains(now);
    }

    @Test
    void whatIsTakenBackBeforeTheConversionNeverArrives() throws SQLException {
        HandoverId id = between.sent(now);
        between.act(SENDER, id, closing("withdrawn"), now);

        assertThat(there(id).stage()).isEqualTo(Stage.WITHDRAWN);
        Between.moved();

        assertThat(there(id).own().child()).isEmpty();
        assertThat(there(id).acts()).isEmpty();
        assertThat(between.sent(now)).as("it can be sent again").isNotEqualTo(id);
    }

    @Test
    void onlyTheChildThatMovedThereIsDeliveredAndOnlyInTheEpochOfToday() throws SQLException {
        HandoverId id = between.sent(now);
        VaultSender vault = VaultSender.of(HERE);
        vault.move(FROM, TO, pair(Sender.pseudonym(8_102), Sender.pseudonym(8_148)));
        vault.move(FROM, dk.rettidig.pseudonym.PseudonymDomain.parse("151.child_support.1"), pair(OURS, THEIRS));
        assertThat(here(id).stage()).as("another child, another municipality").isEqualTo(Stage.AWAITING);

        Response former = vault.move(FROM, TO.next(), pair(OURS, THEIRS));

        assertThat(former.jsonPath().getString("code")).isEqualTo("pseudonym_domain_not_current");
        assertThat(former.jsonPath().getString("current")).isEqualTo(TO.text());
        assertThat(here(id).stage()).isEqualTo(Stage.AWAITING);
        assertThat(vault.move(FROM, TO, pair(OURS, THEIRS)).statusCode()).isEqualTo(200);
        assertThat(there(id).own().child().orElseThrow().text()).isEqualTo(THEIRS);
    }

    @Test
    void ofOneChildAndOneMunicipalityOneIsUnderWay() {
        HandoverId id = between.sent(now);

        assertThatThrownBy(() -> between.sent(now))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.details()).containsEntry("handover", id.toString()));
    }

    @Test
    void othersFindNothingAndWhoMayNotIsRefused() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        Actor third = new Actor.TeamLeader(new ActorName("third"), new MunicipalityCode("151"));
        refused("not_found", () -> between.seen(third, id, now));
        refused("not_found", () -> between.seen(SENDER, new HandoverId(UUID.randomUUID()), now));
        refused("not_found", () -> between.act(third, id, answer("no_need"), now, Optional.of(0)));
        for (Actor each : List.of(
                new Actor.DataProtectionOfficer(new ActorName("dpo"), THERE),
                new Actor.DataTeamPerson(new ActorName("data"), THERE),
                new Actor.Scheduler())) {
            assertThatThrownBy(() -> between.act(each, id, ActDraft.opening(), now, Optional.of(1)))
                    .isInstanceOf(RefusedFault.class);
            assertThatThrownBy(() -> between.seen(each, id, now)).isInstanceOf(RefusedFault.class);
            assertThatThrownBy(() -> between.desk(now).send(each, draft(now))).isInstanceOf(RefusedFault.class);
        }
        assertThat(here(id).stage()).isEqualTo(Stage.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "receiver, 101, handover_receiver_invalid",
        "receiver, 000, handover_receiver_invalid",
        "receiver, hundred, handover_receiver_invalid",
        "receiver, 151, handover_receiver_not_here",
        "receiver, 999, handover_receiver_synthetic",
        "remark, barnet hedder 010203-1234 i journalen, text_has_cpr",
        "remark, ０１０２０３１２３４ står i brevet, text_has_cpr",
        "remark, kort, text_too_short",
    })
    void whatCannotBeUsedIsRefused(String field, String value, String code) {
        boolean receiver = field.equals("receiver");
        HandoverDraft wrong = draft(Due.dayOf(now), receiver ? value : "147", receiver ? Between.REMARK : value);
        refusedField(wrong, field, code);
    }

    private void refusedField(HandoverDraft wrong, String field, String code) {
        assertThatThrownBy(() -> between.desk(now).send(SENDER, wrong))
                .isInstanceOfSatisfying(HandoverFault.class, fault -> {
                    assertThat(fault.problems())
                            .extracting(problem ->
                                    problem.field() + " " + problem.code().code())
                            .containsExactly(field + " " + code);
                    assertThat(fault.toString() + fault.details()).doesNotContain("1234", "１２３４");
                });
    }

    @Test
    void daysGroundsAndMaterialAreChecked() {
        String day = Due.dayOf(now).toString();
        String ahead = Due.dayOf(now).plusDays(1).toString();
        List<String> ground = List.of("support_needed");
        List<String> summary = List.of("summary");
        refusedField(with("x", day, day, ground, summary), "child", "handover_child_invalid");
        refusedField(with(OURS, "2020-01-01", day, ground, summary), "moved_on", "handover_moved_invalid");
        refusedField(with(OURS, day, ahead, ground, summary), "known_on", "handover_known_invalid");
        refusedField(with(OURS, day, "soon", ground, summary), "known_on", "handover_known_invalid");
        refusedField(with(OURS, day, day, List.of(), summary), "grounds", "handover_ground_unknown");
        refusedField(with(OURS, day, day, List.of("rumour"), summary), "grounds", "handover_ground_unknown");
        refusedField(with(OURS, day, day, ground, List.of("plan")), "materials", "handover_material_missing");
        refusedField(with(OURS, day, day, ground, List.of("summary", "x")), "materials", "handover_material_unknown");
    }

    private static HandoverDraft with(
            String child, String moved, String known, List<String> grounds, List<String> materials) {
        return new HandoverDraft(child, "147", "7-12", moved, known, grounds, materials, "");
    }

    @Test
    void hostileTextStaysText() throws SQLException {
        String hostile = "'); drop table handover; -- <script>alert(1)</script> \u202e{{7*7}}";
        HandoverDraft draft = draft(Due.dayOf(now), "147", hostile);
        HandoverId id = between.desk(now).send(SENDER, draft).filed().own().handover();
        Between.moved();
        between.act(RECEIVER, id, ActDraft.opening(), now);

        assertThat(there(id).contents().orElseThrow().remark().orElseThrow().text())
                .isEqualTo(hostile);
        assertThat(draft.toString()).isEqualTo("HandoverDraft[hidden]");
        ActDraft number = new ActDraft(ActKind.ANSWERED, "no_need", "barnet 010203-1234 er set i dag", List.of());
        refused("handover_input_invalid", () -> between.act(RECEIVER, id, number, now));
    }

    @Test
    void aMergeAtTheReceiverAndARotationAtTheSenderBringTheirOwnSideAlong() throws SQLException {
        HandoverId id = between.sent(now);
        VaultSender ours = VaultSender.of(HERE);
        Response without = ours.rotate(FROM, pair(Sender.pseudonym(8_104), Sender.pseudonym(8_105)));
        assertThat(without.jsonPath().getString("code"))
                .as("the child still has to be converted")
                .isEqualTo("conversion_incomplete");
        String next = Sender.pseudonym(8_103);
        assertThat(ours.rotate(FROM, pair(OURS, next)).statusCode()).isEqualTo(200);
        assertThat(here(id).own().child().orElseThrow().text()).isEqualTo(next);

        assertThat(ours.move(FROM.next(), TO, pair(next, THEIRS)).statusCode()).isEqualTo(200);
        String merged = Sender.pseudonym(8_149);
        assertThat(VaultSender.of(THERE).merge(TO, pair(THEIRS, merged)).statusCode())
                .isEqualTo(200);
        assertThat(there(id).own().child().orElseThrow().text()).isEqualTo(merged);
        assertThat(here(id).own().child().orElseThrow().text()).isEqualTo(next);
        assertThat(ours.rotate(FROM.next(), pair(Sender.pseudonym(8_104), Sender.pseudonym(8_105)))
                        .statusCode())
                .as("the sender's vault has let the child go: what was delivered does not hold a rotation up")
                .isEqualTo(200);
    }

    @Test
    void dutiesSayWhoseTurnItIs() throws SQLException {
        HandoverId id = between.sent(now);
        assertThat(duties(id)).containsExactly(HandoverDuty.Kind.SEND);
        Between.moved();
        assertThat(duties(id)).containsExactly(HandoverDuty.Kind.OPEN, HandoverDuty.Kind.ANSWER);
        between.act(RECEIVER, id, ActDraft.opening(), now);
        assertThat(duties(id)).containsExactly(HandoverDuty.Kind.ANSWER);
        between.act(RECEIVER, id, answer("asks_for_more", "plan"), now);
        assertThat(duties(id)).containsExactly(HandoverDuty.Kind.SUPPLEMENT);
        between.act(SENDER, id, supplement("plan"), now);
        between.act(RECEIVER, id, answer("no_need"), now);
        assertThat(duties(id)).containsExactly(HandoverDuty.Kind.SETTLE);
        between.act(SENDER, id, closing("settled"), now);
        assertThat(duties(id)).isEmpty();
        assertThat(number("select count(*) from handover_side where pseudonym = '\\x"
                        + HexFormat.of()
                                .formatHex(dk.rettidig.pseudonym.Pseudonym.parse(OURS)
                                        .bytes())
                        + "' and municipality = 147"))
                .isZero();
    }

    private List<HandoverDuty.Kind> duties(HandoverId id) {
        return between.seen(SENDER, id, now).running().stream()
                .map(running -> running.duty().kind())
                .toList();
    }
}
