package dk.rettidig.handover;

import static dk.rettidig.handover.Between.RECEIVER;
import static dk.rettidig.handover.Between.SENDER;
import static dk.rettidig.handover.Between.answer;
import static dk.rettidig.handover.Between.supplement;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Silence about a handover is told on both sides, before each deadline and at it. */
@QuarkusTest
@TestProfile(TwoMunicipalities.class)
@QuarkusTestResource(RealDatabase.class)
class HandoverTellingIT {

    private static final Duration MOMENT = Duration.ofMillis(1);

    @Inject
    HandoverEscalations escalations;

    private final Between between = new Between();

    @BeforeEach
    void begin() throws SQLException {
        Between.begin();
    }

    @AfterEach
    void end() throws SQLException {
        Between.end();
    }

    private List<String> told(Actor by, HandoverId id) {
        return between.seen(by, id, Instant.parse("2026-01-01T00:00:00Z")).filed().tellings().stream()
                .map(each -> each.duty().id() + " " + each.level().id() + " "
                        + each.to().map(name -> name.value()).orElse("leader") + " " + each.due())
                .toList();
    }

    /** Nobody is told a moment before; at the moment somebody is, and once. */
    private void tells(HandoverId id, Instant at, List<String> here, List<String> there) {
        List<String> before = told(SENDER, id);
        List<String> beforeThere = told(RECEIVER, id);
        escalations.tell(at.minus(MOMENT));
        assertThat(told(SENDER, id)).as("before " + at).isEqualTo(before);
        assertThat(told(RECEIVER, id)).as("before " + at).isEqualTo(beforeThere);
        escalations.tell(at);
        escalations.tell(at.plusSeconds(60));
        assertThat(told(SENDER, id)).containsAll(here).hasSize(before.size() + here.size());
        assertThat(told(RECEIVER, id)).containsAll(there).hasSize(beforeThere.size() + there.size());
    }

    /** Three hverdage from the day the move was known: Saturdays count, Sundays and holidays do not. */
    @ParameterizedTest(name = "known {0}, over {1}")
    @CsvSource({
        "2026-06-01T08:00:00Z, 2026-06-04T22:00:00Z", // a Monday
        "2026-06-04T08:00:00Z, 2026-06-08T22:00:00Z", // Thursday: Friday (5 June is no public holiday), Saturday,
        // Monday
        "2026-04-01T08:00:00Z, 2026-04-08T22:00:00Z", // before Easter: Saturday, Tuesday, Wednesday
        "2026-12-23T08:00:00Z, 2026-12-29T23:00:00Z", // Christmas: the 24th, Monday the 28th, the 29th
        "2026-03-26T08:00:00Z, 2026-03-30T22:00:00Z", // across the beginning of summer time
    })
    void aHandoverThatDoesNotArriveIsToldToTheSender(String known, String over) throws SQLException {
        Instant written = Instant.parse(known);
        HandoverId id = between.sent(written);
        Instant due = Instant.parse(over);

        tells(id, due.minus(Duration.ofHours(24)), List.of("send warning sender-one " + due), List.of());
        tells(id, due, List.of("send overdue leader " + due), List.of());

        escalations.tell(due.plus(Duration.ofDays(400)));
        assertThat(told(SENDER, id)).hasSize(2);
    }

    /** Twelve hours are absolute, in the night before Whit Sunday too. */
    @Test
    void aHandoverThatNobodyOpensIsToldOnBothSidesBeforeTheDeadlineAndAtIt() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        Instant delivered = Instant.parse("2026-05-23T20:00:00Z");
        HandoverId id = between.delivered(Instant.parse("2026-05-22T08:00:00Z"), delivered);
        Instant open = Instant.parse("2026-05-24T08:00:00Z");
        // Whitsun: Sunday and Monday do not count; Tuesday to Saturday and the Monday after.
        Instant answer = Instant.parse("2026-06-01T22:00:00Z");

        tells(
                id,
                open.minus(Duration.ofHours(6)),
                List.of("open warning sender-one " + open),
                List.of("open warning leader " + open));
        tells(id, open, List.of("open overdue leader " + open), List.of("open overdue leader " + open));
        tells(
                id,
                answer.minus(Duration.ofHours(24)),
                List.of("answer warning sender-one " + answer),
                List.of("answer warning leader " + answer));
        tells(id, answer, List.of("answer overdue leader " + answer), List.of("answer overdue leader " + answer));
        assertThat(spy.entries("handover.told")).as("every telling is an entry").hasSize(8);
    }

    @Test
    void whoOpenedItAnswersForItAndAnAnswerEndsTheClock() throws SQLException {
        Instant delivered = Instant.parse("2026-06-08T08:00:00Z");
        HandoverId id = between.delivered(Instant.parse("2026-06-08T07:00:00Z"), delivered);
        between.act(RECEIVER, id, ActDraft.opening(), delivered.plus(Duration.ofHours(1)));
        Instant answer = Instant.parse("2026-06-15T22:00:00Z");

        tells(
                id,
                answer.minus(Duration.ofHours(24)),
                List.of("answer warning sender-one " + answer),
                List.of("answer warning receiver-one " + answer));
        between.act(RECEIVER, id, answer("asks_for_more", "plan"), Instant.parse("2026-06-15T08:00:00Z"));

        Instant supplement = Instant.parse("2026-06-18T22:00:00Z");
        tells(
                id,
                supplement.minus(Duration.ofHours(24)),
                List.of("supplement warning sender-one " + supplement),
                List.of("supplement warning receiver-one " + supplement));
        between.act(SENDER, id, supplement("plan"), Instant.parse("2026-06-18T08:00:00Z"));

        Instant again = Instant.parse("2026-06-25T22:00:00Z");
        tells(
                id,
                again.minus(Duration.ofHours(24)),
                List.of("answer warning sender-one " + again),
                List.of("answer warning receiver-one " + again));
        between.act(RECEIVER, id, answer("taken_over"), Instant.parse("2026-06-25T08:00:00Z"));

        Instant settle = Instant.parse("2026-06-29T22:00:00Z");
        tells(id, settle.minus(Duration.ofHours(24)), List.of("settle warning sender-one " + settle), List.of());
        tells(id, settle, List.of("settle overdue leader " + settle), List.of());
    }

    @Test
    void whatIsAnsweredInTimeIsToldToNobody() throws SQLException {
        Instant delivered = Instant.parse("2026-06-08T08:00:00Z");
        HandoverId id = between.delivered(Instant.parse("2026-06-08T07:00:00Z"), delivered);
        between.act(RECEIVER, id, ActDraft.opening(), delivered);
        between.act(RECEIVER, id, answer("no_need"), delivered);
        between.act(SENDER, id, Between.closing("settled"), delivered);

        escalations.tell(Instant.parse("2027-06-08T08:00:00Z"));

        assertThat(told(SENDER, id)).isEmpty();
        assertThat(told(RECEIVER, id)).isEmpty();
    }
}
