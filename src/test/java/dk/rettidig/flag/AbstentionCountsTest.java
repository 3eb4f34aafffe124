package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Children without a calculation, as they may be shown: never a count from 1 to 4, nor one that follows from the others. */
class AbstentionCountsTest {

    @Test
    void showsCountsOfFiveAndMoreAndZero() {
        AbstentionCounts.Row row = only(Map.of(1, 5L, 2, 40L));

        assertThat(row.total()).hasValue(45);
        assertThat(row.byAgeBand()).containsEntry(1, OptionalLong.of(5)).containsEntry(2, OptionalLong.of(40));
    }

    @Test
    void hidesASmallCountAndTheOneThatWouldGiveItAway() {
        AbstentionCounts.Row row = only(Map.of(1, 4L, 2, 40L, 3, 9L));

        assertThat(row.total()).hasValue(53);
        assertThat(row.byAgeBand())
                .containsEntry(1, OptionalLong.empty())
                .containsEntry(2, OptionalLong.of(40))
                .containsEntry(3, OptionalLong.empty());
    }

    @Test
    void hidesNoMoreWhenTwoSmallCountsHideEachOther() {
        AbstentionCounts.Row row = only(Map.of(1, 4L, 2, 40L, 3, 3L));

        assertThat(row.byAgeBand().get(2)).hasValue(40);
        assertThat(row.byAgeBand().get(1)).isEmpty();
        assertThat(row.byAgeBand().get(3)).isEmpty();
    }

    @Test
    void hidesARowOfFewerThanFiveWholly() {
        AbstentionCounts counts = new AbstentionCounts(
                Map.of(AbstentionCounts.ALL, Map.of(1, 20L, 2, 30L), "unlike_training", Map.of(2, 3L)));

        AbstentionCounts.Row few = counts.shown().get(1);

        assertThat(few.total()).isEmpty();
        assertThat(few.byAgeBand()).hasSize(2);
        assertThat(few.byAgeBand().values()).as("also the zero").allMatch(OptionalLong::isEmpty);
    }

    @Test
    void putsAllFirstAndThenReasonsByName() {
        AbstentionCounts counts = new AbstentionCounts(Map.of(
                "too_few_sources", Map.of(1, 9L), AbstentionCounts.ALL, Map.of(1, 9L), "a_reason", Map.of(1, 9L)));

        assertThat(counts.shown())
                .extracting(AbstentionCounts.Row::reason)
                .containsExactly(AbstentionCounts.ALL, "a_reason", "too_few_sources");
    }

    @Test
    void hasNothingToShowOfNobody() {
        assertThat(AbstentionCounts.NONE.shown()).isEmpty();
        assertThat(AbstentionCounts.NONE.bands()).isEmpty();
    }

    private static AbstentionCounts.Row only(Map<Integer, Long> counts) {
        List<AbstentionCounts.Row> rows = new AbstentionCounts(Map.of(AbstentionCounts.ALL, counts)).shown();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
