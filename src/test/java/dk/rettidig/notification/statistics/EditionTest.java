package dk.rettidig.notification.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which months and years may be counted, and when. */
class EditionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10-01, 2026-10-31, MONTH, 2026-11-30",
        "2028-02, 2028-02-01, 2028-02-29, MONTH, 2028-03-30",
        "2025, 2025-01-01, 2025-12-31, YEAR, 2026-03-01"
    })
    void isAMonthOrAYearAndIsCountedLater(
            String name, LocalDate first, LocalDate last, Edition.Period period, LocalDate counted) {
        Edition edition = Edition.parse(name).orElseThrow();
        assertThat(edition.first()).isEqualTo(first);
        assertThat(edition.last()).isEqualTo(last);
        assertThat(edition.period()).isEqualTo(period);
        assertThat(edition.countedFrom()).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-1", "26", "2026-Q1", "2026-10-01", "' or 1=1"})
    void isNothingElse(String name) {
        assertThat(Edition.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the month is not over for 30 days yet, the day before and on the day
        "2026-10-12, 2026-11-29, ''",
        "2026-10-12, 2026-11-30, 2026-10",
        // a year that the municipality began in the middle of is counted, and marked elsewhere
        "2025-11-20, 2026-02-28, '2025-11 2025-12'",
        "2025-11-20, 2026-03-01, '2025-11 2025 2025-12'",
    })
    void isDueOnceItsDeadlinesHavePassed(LocalDate since, LocalDate today, String names) {
        List<String> due = Edition.due(since, today).stream().map(Edition::name).toList();
        assertThat(due).containsExactlyInAnyOrderElementsOf(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    @Test
    void isNeverCountedOnceItsNotificationsMayHaveBeenErased() {
        List<String> due = Edition.due(LocalDate.of(2015, 1, 1), LocalDate.of(2026, 11, 23)).stream()
                .map(Edition::name)
                .toList();
        assertThat(due).startsWith("2025-01").contains("2025", "2026-09").doesNotContain("2024", "2024-12", "2026-10");
    }
}
