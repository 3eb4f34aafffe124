package dk.rettidig.notification.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.synthetic.AchievedFigure;
import dk.rettidig.synthetic.DanishPopulation;
import dk.rettidig.synthetic.NationalCheck;
import dk.rettidig.synthetic.NationalCounts;
import dk.rettidig.synthetic.NationalYear;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticHistory;
import dk.rettidig.synthetic.SyntheticMunicipality;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The synthetic nation's notifications of 2018 to 2022, about 98 municipalities' children, counted, protected and published by the job that always does it, held against
 * what Statistics Denmark published of these years (ADR 0152).
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalStatisticsIT {

    /** Each of the 98 municipalities with a fifth of its children, 231,000 in all. */
    private static final int PART = 5;

    /** Codes under which the 98 are counted, fourteen municipalities each: 455 editions instead of 6,370. */
    static final int DISTRICTS = 7;

    /** The standard deviation of the noise of one figure with the shipped setting. */
    private static final double NOISE = 2.8;

    /** So many of them the noise of all districts together may add to a figure; the bounds are meant without it. */
    private static final double DEVIATIONS = 3;

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    @Inject
    Publication publication;

    @Inject
    StatisticsDesk desk;

    private final Map<Integer, NationalCounts> published = new TreeMap<>();
    private final Map<Integer, Integer> editions = new TreeMap<>();
    private int entries;
    private List<SyntheticMunicipality> places = List.of();

    /** Loads five years, and counts each on the day on which it may be counted first. */
    private synchronized void count() throws SQLException, IOException {
        if (!published.isEmpty()) {
            return;
        }
        NationalRows.none();
        places = DanishPopulation.municipalities().stream()
                .map(each -> each.withChildren(each.children() / PART))
                .toList();
        PopulationSettings nation =
                PopulationSettings.national(42).withMunicipalities(places).ofPublishedYear(NationalYear.LAST);
        long started = System.nanoTime();
        for (PopulationSettings year : SyntheticHistory.cohorts(nation, 5)) {
            NationalRows.load(year);
        }
        System.out.printf("loaded after %.1f s%n", (System.nanoTime() - started) / 1e9);
        LedgerSpy spy = LedgerSpy.now();
        for (int year = NationalYear.FIRST; year <= NationalYear.LAST; year++) {
            LocalDate day = Edition.of(Year.of(year)).countedFrom();
            editions.put(year, publication.publish(day.atStartOfDay(DENMARK).toInstant()));
            System.out.printf("%d counted after %.1f s%n", year, (System.nanoTime() - started) / 1e9);
        }
        entries = spy.entries("notification.statistics_published").size();
        for (int year = NationalYear.FIRST; year <= NationalYear.LAST; year++) {
            published.put(year, read(year));
        }
    }

    @AfterAll
    void none() throws SQLException {
        NationalRows.none();
    }

    /** What anybody who may read figures sees, added up over the districts. */
    private NationalCounts read(int year) {
        Map<String, Double> total = new HashMap<>();
        Map<String, Double> ages = new HashMap<>();
        Map<String, Double> notifiers = new TreeMap<>();
        Map<String, Double> sexes = new HashMap<>();
        for (int district = 0; district < DISTRICTS; district++) {
            add(district, year, Dimension.TOTAL, total);
            add(district, year, Dimension.AGE, ages);
            add(district, year, Dimension.NOTIFIER, notifiers);
            add(district, year, Dimension.SEX, sexes);
        }
        double children = total.getOrDefault("children all", 0.0);
        double repeated = total.getOrDefault("repeated all", 0.0);
        Map<String, Double> groups = new TreeMap<>();
        notifiers.forEach((figure, value) -> {
            if (figure.startsWith("notifications ")) {
                groups.put(figure.substring("notifications ".length()), value);
            }
        });
        return new NationalCounts(
                places.stream().mapToInt(SyntheticMunicipality::children).sum(),
                total.getOrDefault("all_notifications all", 0.0),
                children,
                ages.getOrDefault("children unborn", 0.0),
                ages.getOrDefault("children unknown", 0.0),
                groups,
                Map.of("1", children - repeated, "2+", repeated),
                Map.of(
                        "female", sexes.getOrDefault("children female", 0.0),
                        "male", sexes.getOrDefault("children male", 0.0)));
    }

    private void add(int district, int year, Dimension dimension, Map<String, Double> sums) {
        FigureTable table =
                desk.table(MunicipalityCode.of(NationalRows.code(district)), Edition.Period.YEAR, dimension);
        table.figures()
                .getOrDefault(Integer.toString(year), Map.of())
                .forEach((cell, figure) ->
                        sums.merge(cell.measure().id() + " " + cell.category(), (double) figure, Double::sum));
    }

    /** What the protection may add to a figure: little to most, something to the smallest. */
    private static double noise(AchievedFigure figure, NationalCounts counts) {
        double sum = DEVIATIONS * NOISE * Math.sqrt(DISTRICTS);
        String id = figure.id().substring("y2018_".length());
        return switch (id) {
            case "notifications" -> Measure.ALL_NOTIFICATIONS.noise() * sum / counts.population();
            case "children", "share_of_0_17" -> 2 * sum / counts.population();
            case "mean" -> Measure.ALL_NOTIFICATIONS.noise() * sum / counts.children();
            case "unborn_or_unknown", "times_1", "male", "female" -> sum / counts.children();
            default -> sum / counts.notifications();
        };
    }

    private static List<String> outside(NationalYear year, NationalCounts counts) {
        List<String> outside = new ArrayList<>();
        for (AchievedFigure figure : NationalCheck.of(year, counts)) {
            double slack = noise(figure, counts);
            System.out.printf(
                    "%-26s Statistics Denmark %.4f, here %.4f (accepted %.4f to %.4f, protection ±%.4f)%n",
                    figure.english(), figure.target(), figure.achieved(), figure.least(), figure.most(), slack);
            if (figure.achieved() < figure.least() - slack || figure.achieved() > figure.most() + slack) {
                outside.add(figure.id());
            }
        }
        return outside;
    }

    private NationalCounts counts(int year) throws SQLException, IOException {
        count();
        NationalCounts counts = published.get(year);
        assertThat(counts).as("%d was counted", year).isNotNull();
        return counts == null ? read(year) : counts;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {2018, 2019, 2020, 2021, 2022})
    void whatIsPublishedHereAgreesWithWhatStatisticsDenmarkPublished(int year) throws SQLException, IOException {
        assertThat(outside(NationalYear.of(year).orElseThrow(), counts(year))).isEmpty();
    }

    @ParameterizedTest(name = "the nation of {0} is not that of {1}")
    @CsvSource({"2018, 2022", "2022, 2018", "2019, 2018", "2018, 2019", "2021, 2022", "2022, 2021"})
    void aNationOfAnotherYearDoesNot(int made, int held) throws SQLException, IOException {
        assertThat(outside(NationalYear.of(held).orElseThrow(), counts(made))).isNotEmpty();
    }

    @Test
    void theUsualCountOfNotificationsIsLowerBecauseFourOfAChildCount() throws SQLException, IOException {
        counts(2018);
        SoftAssertions softly = new SoftAssertions();
        for (int year = NationalYear.FIRST; year <= NationalYear.LAST; year++) {
            Map<String, Double> total = new HashMap<>();
            for (int district = 0; district < DISTRICTS; district++) {
                add(district, year, Dimension.TOTAL, total);
            }
            double usual = total.getOrDefault("notifications all", 0.0);
            System.out.printf(
                    "%d: %.3f of all notifications are counted as notifications%n",
                    year, usual / counts(year).notifications());
            softly.assertThat(usual / counts(year).notifications()).isBetween(.88, .95);
        }
        softly.assertAll();
    }

    @Test
    void everyEditionWasCountedOnceAndIsOnTheRecord() throws SQLException, IOException {
        counts(2018);
        assertThat(editions.values()).allMatch(each -> each == DISTRICTS * 13);
        assertThat(entries)
                .isEqualTo(
                        editions.values().stream().mapToInt(Integer::intValue).sum());
    }
}
