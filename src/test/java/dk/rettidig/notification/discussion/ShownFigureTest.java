package dk.rettidig.notification.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.PublishedFigures.Issue;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure beside the one that started a discussion: what may be said of the change. */
class ShownFigureTest {

    private static ShownFigure figure(int year, long figure, long margin, boolean whole) {
        return new ShownFigure(
                new Issue(Edition.of(Year.of(year)), Instant.EPOCH, margin, whole),
                new Cell(Measure.NOTIFICATIONS, Dimension.NOTIFIER, "N01"),
                figure);
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "100, 100, WITHIN_CHANCE",
        "100, 120, WITHIN_CHANCE",
        // 100 ± 20.5 is at most 121, 145 ± 24.4 at least 120: the ends overlap.
        "100, 145, WITHIN_CHANCE",
        // 147 ± 24.6 is at least 122.
        "100, 147, HIGHER",
        "147, 100, LOWER",
        "0, 12, WITHIN_CHANCE",
        "0, 25, HIGHER",
    })
    void onlyIntervalsThatDoNotOverlapSayAnything(long before, long after, ShownFigure.Change change) {
        assertThat(figure(2026, after, 6, true).since(figure(2025, before, 6, true)))
                .isEqualTo(change);
    }

    @Test
    void anIntervalIsProtectionAndChanceTogetherAndNeverBelowNothing() {
        ShownFigure shown = figure(2025, 100, 6, true);

        assertThat(shown.halfWidth()).isBetween(20.49, 20.51);
        assertThat(shown.low()).isEqualTo(79);
        assertThat(shown.high()).isEqualTo(121);
        assertThat(figure(2025, 2, 6, true).low()).isZero();
    }

    @Test
    void aPeriodThatIsNotWholeIsNotComparedToAnother() {
        assertThat(figure(2026, 900, 6, true).since(figure(2025, 1, 6, false)))
                .isEqualTo(ShownFigure.Change.NOT_COMPARABLE);
        assertThat(figure(2026, 900, 6, false).since(figure(2025, 1, 6, true)))
                .isEqualTo(ShownFigure.Change.NOT_COMPARABLE);
    }
}
