package dk.rettidig.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.FollowUpDefinition;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.notification.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of {@code policies/follow-up.yaml}, run. */
class FollowUpExamplesTest {

    private static final FollowUpRegister REGISTER = register();

    private static FollowUpRegister register() {
        try {
            return Policies.load(PolicySetReader.shipped()).followUp();
        } catch (PolicySetException broken) {
            throw new IllegalStateException(broken.problems().toString(), broken);
        }
    }

    /** An example in parts: notifications and measures. */
    private record Given(List<Notice> notices, List<Measure> measures) {

        static Given of(List<String> lines) {
            List<Notice> notices = new ArrayList<>();
            List<Measure> measures = new ArrayList<>();
            for (String line : lines) {
                String[] words = line.split(" ");
                if (words[1].startsWith("R")) {
                    Notice notice = notice(words, notices.size());
                    notices.add(notice);
                    notice.marks()
                            .forEach(mark -> measures.add(
                                    new Measure(Measure.MARK + mark.id(), notice.day(), Optional.of(notice.day()))));
                } else {
                    measures.add(measure(words));
                }
            }
            return new Given(notices, measures);
        }

        private static Notice notice(String[] words, int number) {
            String incident = "alone " + number;
            Set<NotificationMark> marks = new HashSet<>();
            for (String word : words) {
                incident = word.startsWith("#") ? word : incident;
                if (word.startsWith("mark:")) {
                    marks.add(NotificationMark.parse(word.substring(5)).orElseThrow());
                }
            }
            return new Notice(LocalDate.parse(words[0]), incident, Set.of(words[1].split("\\+")), marks);
        }

        private static Measure measure(String[] words) {
            String[] days = words[0].split("\\.\\.");
            return new Measure(
                    words[1],
                    LocalDate.parse(days[0]),
                    Optional.of(days).filter(each -> each.length > 1).map(each -> LocalDate.parse(each[1])));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfADefinitionHolds() {
        return REGISTER.definitions().stream()
                .flatMap(definition -> definition.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                definition.id() + ": " + example.given() + " in " + example.year(),
                                () -> assertThat(answer(definition, example)).isEqualTo(example.then()))));
    }

    private static String answer(FollowUpDefinition definition, FollowUpDefinition.Example example) {
        Given given = Given.of(example.given());
        return Standing.inYear(definition, given.notices(), given.measures(), example.year())
                .name()
                .toLowerCase(Locale.ROOT);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheListHolds() {
        return REGISTER.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.given() + " asked " + example.asked(),
                        () -> assertThat(answer(example)).isEqualTo(example.then())));
    }

    private static String answer(FollowUpRegister.Example example) {
        Given given = Given.of(example.given());
        List<Notice> known = given.notices().stream()
                .filter(notice -> !notice.day().isAfter(example.asked()))
                .toList();
        Set<Reason> reasons = Standing.reasons(REGISTER.listed(), Standing.recent(known, REGISTER.months()));
        if (reasons.isEmpty()) {
            return "not_listed";
        }
        LocalDate newest =
                known.stream().map(Notice::day).max(LocalDate::compareTo).orElseThrow();
        if (Standing.answering(REGISTER.listed(), given.measures(), newest, example.asked())
                .isPresent()) {
            return "measure";
        }
        return reasons.stream().sorted().map(Reason::id).collect(Collectors.joining("+"));
    }

    @Test
    void everyStepThatIsNamedCanBeWritten() {
        List<String> results = StepKind.MEASURE_STARTED.results().stream()
                .map(result -> Measure.STEP + result)
                .toList();

        assertThat(REGISTER.definitions())
                .flatExtracting(FollowUpDefinition::measures)
                .filteredOn(kind -> kind.startsWith(Measure.STEP))
                .isSubsetOf(results);
        assertThat(REGISTER.listed().measures()).containsAll(results);
    }

    @Test
    void theTwoDefinitionsAreTwo() {
        FollowUpDefinition published = REGISTER.definitions().getFirst();
        FollowUpDefinition local = REGISTER.definitions().getLast();

        assertThat(published.id()).isEqualTo("dst-2015");
        assertThat(local.id()).isEqualTo("local");
        assertThat(published.graveCauses()).isNotEqualTo(local.graveCauses());
        assertThat(published.measures()).isNotEqualTo(local.measures());
        assertThat(Arrays.asList(published.both(), local.both())).containsExactly(true, false);
    }

    @Test
    void smallGroupsAreHiddenAndTheIntervalIsExact() {
        FollowUpDefinition any = REGISTER.listed();

        assertThat(Statistic.of(any, 2026, true, 4, 0, 0).children()).isEmpty();
        assertThat(Statistic.of(any, 2026, true, 0, 0, 0).hidden()).isFalse();
        assertThat(Statistic.of(any, 2026, true, 20, 3, 0).shown()).isEmpty();
        assertThat(Statistic.of(any, 2026, true, 20, 17, 0).shown()).isEmpty();
        assertThat(Statistic.of(any, 2026, true, 20, 10, 1).shown()).isEmpty();
        assertThat(Statistic.of(any, 2026, true, 20, 20, 0).shown()).isPresent();
        Statistic.Shown shown = Statistic.of(any, 2026, true, 20, 5, 5).shown().orElseThrow();
        // Clopper and Pearson for 5 of 20: 0.0866 to 0.4910
        assertThat(shown.share()).isEqualTo(0.25);
        assertThat(shown.interval().low()).isCloseTo(0.0866, org.assertj.core.data.Offset.offset(0.0001));
        assertThat(shown.interval().high()).isCloseTo(0.4910, org.assertj.core.data.Offset.offset(0.0001));
    }
}
