package dk.rettidig.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.oversight.LedgerRegister.DayCount;
import dk.rettidig.oversight.Volumes.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which days are called unusual. */
class VolumesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static DayCount day(String handle, String kind, int day, long entries) {
        return new DayCount(handle, kind, DAY.plusDays(day), entries, 0);
    }

    private static List<String> unusual(List<DayCount> counts) {
        return Volumes.judged(counts).stream()
                .filter(Day::unusual)
                .map(each -> each.count().handle())
                .toList();
    }

    @Test
    void farAboveWhatTheKindUsuallyDoesIsUnusual() {
        List<DayCount> counts = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            counts.add(day("a", "caseworker", day, 10 + day % 3));
        }
        counts.add(day("curious", "caseworker", 11, 60));

        assertThat(unusual(counts)).containsExactly("curious");
        assertThat(Volumes.judged(counts).getFirst().usual()).isEqualTo(11);
    }

    @Test
    void littleIsNeverUnusualHoweverRareItIs() {
        assertThat(unusual(List.of(
                        day("a", "caseworker", 0, 1), day("b", "caseworker", 1, 1), day("c", "caseworker", 2, 19))))
                .isEmpty();
        assertThat(unusual(List.of(
                        day("a", "caseworker", 0, 1), day("b", "caseworker", 1, 1), day("c", "caseworker", 2, 20))))
                .containsExactly("c");
    }

    @Test
    void eachKindIsComparedWithItsOwn() {
        List<DayCount> counts = List.of(
                day("a", "caseworker", 0, 10),
                day("a", "caseworker", 1, 11),
                day("b", "caseworker", 2, 12),
                day("d", "data_protection_officer", 0, 90),
                day("d", "data_protection_officer", 1, 100),
                day("d", "data_protection_officer", 2, 95));

        assertThat(unusual(counts)).isEmpty();
    }
}
