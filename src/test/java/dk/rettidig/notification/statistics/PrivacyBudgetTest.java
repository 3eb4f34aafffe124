package dk.rettidig.notification.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.ShippedPolicies;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.notification.ShippedDuties;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepKind;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In how many figures a notification can be seen: what docs/notification-statistics.md says a municipality spends. */
class PrivacyBudgetTest {

    private static final ActorName ONE = new ActorName("rådgiver-1");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final int SITUATIONS = 3_000;
    private static final int CHILDREN = 2;

    private final Categories categories = new Categories(ShippedPolicies.get().codes());

    /** A notification, and what it states of the child's sex. */
    private record Stated(Filed filed, Optional<ChildSex> sex) {}

    private static Stated any(Random random) {
        NotificationId id = NotificationId.random();
        byte[] child = new byte[32];
        child[0] = (byte) random.nextInt(CHILDREN);
        String notifier = random.nextBoolean() ? "N01" : "N02";
        Notification notification = new Notification(
                id,
                MunicipalityCode.SYNTHETIC,
                Pseudonym.of(child),
                AgeBand.values()[random.nextInt(AgeBand.values().length)],
                notifier,
                false,
                Set.of(random.nextBoolean() ? "R03" : "R14"),
                Set.of(),
                Optional.empty(),
                id,
                MONDAY,
                MONDAY,
                ONE,
                Optional.of(ONE));
        List<Step> steps = random.nextBoolean()
                ? List.of()
                : List.of(
                        step(StepKind.ASSESSED, "not_acute"),
                        step(StepKind.ACKNOWLEDGED, ""),
                        step(StepKind.SCREENED, random.nextBoolean() ? "assessment" : "clarification"));
        int sex = random.nextInt(ChildSex.values().length + 1);
        return new Stated(
                new Filed(notification, steps, List.of(), 0),
                sex == ChildSex.values().length ? Optional.empty() : Optional.of(ChildSex.values()[sex]));
    }

    private static Step step(StepKind kind, String result) {
        Instant at = MONDAY.plus(Duration.ofHours(2));
        return new Step(kind, result, Optional.empty(), ONE, at, at);
    }

    private List<Long> counted(Edition.Period period, List<Stated> notifications) {
        NotificationCount count = new NotificationCount(
                filed -> ShippedDuties.of(filed.notification(), filed.steps()), MONDAY.plus(Duration.ofDays(60)));
        notifications.forEach(each -> count.add(each.filed(), each.sex()));
        return categories.cells(period).stream().map(count::count).toList();
    }

    private static long apart(List<Long> one, List<Long> other) {
        long sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += Math.abs(one.get(i) - other.get(i));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 4", "YEAR, 16"})
    void oneMoreNotificationMovesTheFiguresOfAnEditionByNoMoreThanIsSaid(Edition.Period period, long most) {
        Random random = new Random(20_261_123);
        long worst = 0;
        for (int situation = 0; situation < SITUATIONS; situation++) {
            List<Stated> without = new ArrayList<>();
            int others = random.nextInt(6);
            for (int i = 0; i < others; i++) {
                without.add(any(random));
            }
            List<Stated> with = new ArrayList<>(without);
            with.add(any(random));
            worst = Math.max(worst, apart(counted(period, without), counted(period, with)));
        }

        assertThat(worst).isEqualTo(most);
    }
}
