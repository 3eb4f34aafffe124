package dk.rettidig.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.indicator.IndicatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureReaderTest {

    private static final IndicatorId ABSENCE = new IndicatorId("SCH_ABS_UNL");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final AsOf AS_OF = AsOf.endOf(DAY);
    private static final FeatureReader READER = new FeatureReader(List.of(absence()));

    @Test
    void theDayEndsAtMidnightInDenmark() {
        assertThat(AS_OF.knows(Instant.parse("2026-11-01T22:59:59.999999Z"))).isTrue();
        assertThat(AS_OF.knows(Instant.parse("2026-11-01T23:00:00Z"))).isFalse();
        assertThat(AS_OF.day()).isEqualTo(DAY);
    }

    @Test
    void theLatestPeriodInItsLastKnownVersionCounts() {
        assertThat(read(
                        known("2026-09-30", 0.10, "2026-10-02"),
                        known("2026-09-30", 0.20, "2026-10-20"),
                        known("2026-06-30", 0.90, "2026-10-25")))
                .isEqualTo(value("2026-09-30", 0.20, "2026-10-20"));
    }

    @Test
    void aCorrectionKnownLaterDoesNotExistYet() {
        assertThat(read(known("2026-09-30", 0.10, "2026-10-02"), known("2026-09-30", 0.20, "2026-11-05")))
                .isEqualTo(value("2026-09-30", 0.10, "2026-10-02"));
    }

    @Test
    void trainingRefusesWhatWasKnownLaterOrHadNotEnded() {
        List<KnownValue> later = List.of(known("2026-09-30", 0.10, "2026-11-05"));
        List<KnownValue> unended = List.of(known("2026-12-31", 0.10, "2026-10-05"));
        List<KnownValue> other =
                List.of(new KnownValue(new IndicatorId("PAR_BENEFIT"), DAY, DAY, 1, at("2027-01-01"), false));

        for (List<KnownValue> leaked : List.of(later, unended)) {
            assertThatThrownBy(() -> READER.readStrictly(AS_OF, leaked))
                    .isInstanceOfSatisfying(
                            ScoringFault.class,
                            fault -> assertThat(fault.errorCode()).isEqualTo(ScoringErrorCode.FUTURE_KNOWLEDGE))
                    .hasMessageNotContaining("0.1");
        }
        assertThat(READER.readStrictly(AS_OF, other).values()).containsExactly(new FeatureValue.Missing());
    }

    @Test
    void aRetractionOfTheLatestPeriodMeansThatNothingIsKnown() {
        KnownValue retraction = new KnownValue(
                ABSENCE, LocalDate.parse("2026-07-03"), LocalDate.parse("2026-09-30"), 0, at("2026-10-20"), true);

        assertThat(read(known("2026-09-30", 0.10, "2026-10-02"), known("2026-06-30", 0.3, "2026-07-02"), retraction))
                .isInstanceOf(FeatureValue.Retracted.class);
        assertThat(read(retraction, known("2026-09-30", 0.15, "2026-10-25")))
                .as("asserted again later")
                .isEqualTo(value("2026-09-30", 0.15, "2026-10-25"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-04,Known",
        "2026-07-03,Stale",
        "2026-03-06,Stale",
        "2026-03-05,Missing",
        "2026-11-01,Known",
        "2026-11-02,Missing"
    })
    void freshnessAndWindowEndOnTheirDays(String periodEnd, String expected) {
        assertThat(read(known(periodEnd, 0.1, "2026-10-02")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void nothingDeliveredIsMissingAndNotZero() {
        assertThat(read()).isEqualTo(new FeatureValue.Missing());
        assertThat(read(known("2026-09-30", 0, "2026-10-02"))).isEqualTo(value("2026-09-30", 0, "2026-10-02"));
    }

    @Test
    void orderDoesNotMatterAndTheBatchReadsTheSame() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            List<KnownValue> observations = randomObservations(random);
            FeatureValue expected = READER.read(AS_OF, observations).values().get(0);

            Collections.shuffle(observations, random);

            assertThat(READER.read(AS_OF, observations).values().get(0)).isEqualTo(expected);
            FeatureBatch batch = batchOf(observations);
            assertThat(batch.isPresent(0)).isEqualTo(!(expected instanceof FeatureValue.Missing));
            switch (expected) {
                case FeatureValue.Known known -> {
                    assertThat(batch.value(0)).isEqualTo(known.value());
                    assertThat(batch.isStale(0, absence().freshnessDays())).isFalse();
                }
                case FeatureValue.Stale stale -> {
                    assertThat(batch.value(0)).isEqualTo(stale.value());
                    assertThat(batch.isStale(0, absence().freshnessDays())).isTrue();
                }
                case FeatureValue.Retracted _ -> assertThat(batch.value(0)).isNaN();
                case FeatureValue.Missing _ -> {}
            }
        }
    }

    @Test
    void hidesValuesWhenPrinted() {
        assertThat(known("2026-09-30", 0.123, "2026-10-02") + " " + read(known("2026-09-30", 0.123, "2026-10-02")))
                .doesNotContain("0.123");
    }

    private static List<KnownValue> randomObservations(Random random) {
        List<KnownValue> observations = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            LocalDate to = DAY.plusDays(random.nextInt(400) - 360L);
            LocalDate from = to.minusDays(random.nextInt(3) * 45L);
            Instant known = at("2026-11-01").plusSeconds(i * 7L - random.nextInt(3) * 86_400L + random.nextInt(60));
            observations.add(
                    new KnownValue(ABSENCE, from, to, random.nextInt(100) / 100.0, known, random.nextInt(5) == 0));
        }
        return observations;
    }

    private static FeatureBatch batchOf(List<KnownValue> observations) {
        FeatureBatch batch = new FeatureBatch(READER.features(), AS_OF, 1);
        for (KnownValue each : observations) {
            long micros = each.knownAt().toEpochMilli() * 1_000;
            batch.offer(
                    0,
                    0,
                    (int) each.from().toEpochDay(),
                    (int) each.to().toEpochDay(),
                    each.value(),
                    micros,
                    each.retracted());
        }
        return batch;
    }

    private static FeatureValue read(KnownValue... observations) {
        return READER.read(AS_OF, List.of(observations)).values().get(0);
    }

    private static KnownValue known(String to, double value, String knownAt) {
        LocalDate end = LocalDate.parse(to);
        return new KnownValue(ABSENCE, end.minusDays(89), end, value, at(knownAt), false);
    }

    private static FeatureValue.Known value(String to, double value, String knownAt) {
        LocalDate end = LocalDate.parse(to);
        return new FeatureValue.Known(value, end.minusDays(89), end, at(knownAt));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private static FeatureDefinition absence() {
        return new FeatureDefinition(
                ABSENCE,
                "school",
                240,
                120,
                Direction.INCREASING,
                MissingRule.OWN_BIN,
                List.of(0.05),
                List.of(),
                List.of(0.5),
                0.1,
                List.of(10, 10),
                10);
    }
}
