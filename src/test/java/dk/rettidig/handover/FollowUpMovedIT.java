package dk.rettidig.handover;

import static dk.rettidig.handover.Between.HERE;
import static dk.rettidig.handover.Between.OURS;
import static dk.rettidig.handover.Between.RECEIVER;
import static dk.rettidig.handover.Between.SENDER;
import static dk.rettidig.handover.Between.WHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.conversion.VaultSender;
import dk.rettidig.fault.Fault;
import dk.rettidig.followup.ClosingDraft;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUpFault;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.followup.Move;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.MovingDesk;
import dk.rettidig.notification.NotificationDraft;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A synthetic child of municipality 101 on the follow-up list moves: its closing begins the handover, or says who must. */
@QuarkusTest
@TestProfile(TwoMunicipalities.class)
@QuarkusTestResource(RealDatabase.class)
class FollowUpMovedIT {

    private static final List<String> SENT = List.of("summary", "plan");

    @Inject
    Clock clock;

    @Inject
    MovingDesk notifications;

    @Inject
    FollowUpDesk followUps;

    private final Between between = new Between();
    private Instant now = Instant.EPOCH;
    private FollowUp child;

    @BeforeEach
    void begin() throws SQLException {
        Between.begin();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        notified("R03", Duration.ofDays(20));
        notified("R18", Duration.ofHours(3));
        child = followUps
                .list(HERE, FollowUps.Filter.OPEN, Optional.empty(), 10)
                .getFirst()
                .followUp();
    }

    @AfterEach
    void end() throws SQLException {
        Between.end();
    }

    private void notified(String cause, Duration ago) {
        String received = now.minus(ago).toString();
        notifications
                .at(now)
                .register(
                        SENDER,
                        new NotificationDraft(OURS, "", "7-12", "", received, "N01", List.of(cause), List.of(), ""));
    }

    private LocalDate today() {
        return Due.dayOf(now);
    }

    private ClosingDraft moved(String to, List<String> materials) {
        return new ClosingDraft("moved", WHY, to, today().plusDays(7).toString(), materials);
    }

    private FollowUpDesk.View close(ClosingDraft draft) {
        int version = followUps.open(SENDER, child.id()).filed().version();
        return followUps.close(SENDER, child.id(), draft, Optional.of(version));
    }

    private static Move move(FollowUpDesk.View view) {
        return view.filed().closings().getLast().move().orElseThrow();
    }

    private static long handovers() throws SQLException {
        return VaultSender.number("select count(*) from handover");
    }

    @Test
    void theHandoverIsWrittenWithTheClosing() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();

        FollowUpDesk.View closed = close(moved("147", SENT));

        Move move = move(closed);
        HandoverId id = move.handover().orElseThrow();
        assertThat(move.place()).isEqualTo("147");
        assertThat(move.on()).isEqualTo(today().plusDays(7));
        assertThat(move.notifiedOutside()).isFalse();
        assertThat(closed.handovers()).containsExactly(new HandoverStart.Standing(id, Stage.AWAITING));
        Handover handover = between.seen(SENDER, id, now).filed().handover().orElseThrow();
        assertThat(handover.movedOn()).isEqualTo(move.on());
        assertThat(handover.knownOn()).isEqualTo(today());
        assertThat(handover.grounds())
                .as("that nothing is registered, and the causes that are grounds themselves")
                .containsExactly("abuse_by_parents", "no_measure_registered");
        assertThat(handover.materials()).containsExactlyElementsOf(List.of("plan", "summary"));
        assertThat(handover.remark()).as("the reason of the closing stays here").isEmpty();
        assertThat(spy.entries("gate.permitted"))
                .anyMatch(entry -> entry.contains("close_follow_up"))
                .anyMatch(entry -> entry.contains("send_handover"));
        assertThat(spy.entries("handover.sent")).hasSize(1);
        assertThat(spy.entries("follow_up.closed"))
                .singleElement()
                .asString()
                .doesNotContain("\"147\"", id.toString(), "moved_to");
    }

    @Test
    void theFollowUpShowsWhatBecameOfTheHandover() throws SQLException {
        HandoverId id = move(close(moved("147", SENT))).handover().orElseThrow();

        Between.moved();
        assertThat(followUps.open(SENDER, child.id()).handovers())
                .containsExactly(new HandoverStart.Standing(id, Stage.DELIVERED));
        between.act(RECEIVER, id, ActDraft.opening(), clock.instant());

        assertThat(followUps.open(SENDER, child.id()).handovers())
                .containsExactly(new HandoverStart.Standing(id, Stage.OPENED));
        LedgerSpy spy = LedgerSpy.now();
        followUps.open(SENDER, child.id());
        assertThat(spy.entries("gate.permitted")).anyMatch(entry -> entry.contains("open_handover"));
    }

    @Test
    void aHandoverUnderWayIsFoundAndNotMadeTwice() throws SQLException {
        HandoverId known = between.sent(now);

        FollowUpDesk.View closed = close(moved("147", List.of()));

        assertThat(move(closed).handover()).contains(known);
        assertThat(handovers()).isEqualTo(1);
    }

    @Test
    void anotherClosingOfTheSameChildFindsTheHandoverOfTheFirst() throws SQLException {
        HandoverId first = move(close(moved("147", SENT))).handover().orElseThrow();
        notified("R04", Duration.ofMinutes(1));

        FollowUpDesk.View again = close(moved("147", SENT));

        assertThat(move(again).handover()).contains(first);
        assertThat(again.filed().closings()).hasSize(2);
        assertThat(handovers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"151, 151, true", "abroad, abroad, false"})
    void whereNothingCanBeHandedOverTheClosingSaysSo(String to, String place, boolean outside) throws SQLException {
        FollowUpDesk.View closed = close(moved(to, List.of()));

        assertThat(closed.filed().followUp().state()).isEqualTo(FollowUp.State.CLOSED);
        Move move = move(followUps.open(SENDER, child.id()));
        assertThat(move.place()).isEqualTo(place);
        assertThat(move.handover()).isEmpty();
        assertThat(move.notifiedOutside()).isEqualTo(outside);
        assertThat(handovers()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', moved_to, follow_up_moved_to_missing",
        "101, moved_to, follow_up_moved_to_invalid",
        "999, moved_to, follow_up_moved_to_invalid",
        "000, moved_to, follow_up_moved_to_invalid",
        "ukendt, moved_to, follow_up_moved_to_invalid",
        "147, materials, handover_material_missing",
    })
    void whatCannotBeUsedClosesNothingAndHandsNothingOver(String to, String field, String code) throws SQLException {
        refused(moved(to, List.of("plan")), field, code);
    }

    @Test
    void theDayOfMovingIsNearAndADay() throws SQLException {
        for (String day : List.of("", "soon", "2020-01-01", today().plusYears(1).toString())) {
            refused(new ClosingDraft("moved", WHY, "147", day, SENT), "moved_on", "handover_moved_invalid");
        }
    }

    private void refused(ClosingDraft draft, String field, String code) throws SQLException {
        assertThatThrownBy(() -> close(draft))
                .isInstanceOfSatisfying(
                        FollowUpFault.class,
                        fault -> assertThat(fault.problems())
                                .extracting(problem ->
                                        problem.field() + " " + problem.code().code())
                                .containsExactly(field + " " + code));
        assertThat(followUps.open(SENDER, child.id()).filed().followUp().state())
                .isEqualTo(FollowUp.State.OPEN);
        assertThat(handovers()).isZero();
    }

    @Test
    void whoReadAnOlderVersionHandsNothingOver() throws SQLException {
        int read = followUps.open(SENDER, child.id()).filed().version();
        notified("R04", Duration.ofMinutes(1));

        assertThatThrownBy(() -> followUps.close(SENDER, child.id(), moved("147", SENT), Optional.of(read)))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.errorCode().code()).isEqualTo("follow_up_changed"));
        assertThat(handovers()).isZero();
    }

    @Test
    void aMoveIsKeptWithItsCodeAlone() {
        ClosingDraft draft = new ClosingDraft("resolved", WHY, "147", today().toString(), SENT);

        assertThat(close(draft).filed().closings().getLast().move()).isEmpty();
    }
}
