package dk.rettidig.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing on a day, by Danish days and at each boundary. */
class OverviewTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final GuidelinePointRegister REGISTER = shipped();
    private static final String POINT = "early_signs";

    private static GuidelinePointRegister shipped() {
        List<PolicyProblem> problems = new ArrayList<>();
        GuidelinePointRegister register = GuidelinePointRegister.read(PolicySetReader.shipped(), problems);
        assertThat(problems).isEmpty();
        return register;
    }

    private static Guideline guideline(String state, String from, String review, String owner) {
        return new Guideline(
                new GuidelineId(new UUID(0, 1)),
                MunicipalityCode.SYNTHETIC,
                1,
                "Opdigtet retningslinje",
                List.of(POINT),
                Optional.of(owner).filter(text -> !text.isEmpty()),
                "1.0",
                "Mappe 7",
                day(from),
                day(review),
                GuidelineState.parse(state).orElseThrow(),
                new Justification("Skrevet til en test om registret."),
                Instant.parse("2026-01-01T10:00:00Z"));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static SelfCheck check(String answer, String at, String improve) {
        Optional<GuidelineId> refers =
                answer.equals("yes") ? Optional.of(new GuidelineId(new UUID(0, 1))) : Optional.empty();
        return new SelfCheck(
                MunicipalityCode.SYNTHETIC,
                POINT,
                1,
                Answer.parse(answer).orElseThrow(),
                "Opdigtet bemærkning til en test.",
                refers,
                day(improve),
                Instant.parse(at));
    }

    /** The kinds of gap that concern the point or the guideline, and no other point. */
    private static List<String> gaps(List<Guideline> guidelines, List<SelfCheck> checks) {
        return Overview.of(REGISTER, guidelines, checks, TODAY).gaps().stream()
                .filter(gap -> gap.point().isEmpty() || gap.point().get().equals(POINT))
                .map(gap -> gap.kind().id())
                .toList();
    }

    @Test
    void anEmptyRegisterLacksAGuidelineAndAnAnswerForEachPoint() {
        Overview overview = Overview.of(REGISTER, List.of(), List.of(), TODAY);

        int points = REGISTER.points().size();
        assertThat(points).isGreaterThan(20);
        assertThat(overview.gapCounts())
                .containsEntry(GapKind.POINT_WITHOUT_GUIDELINE, points)
                .containsEntry(GapKind.NEVER_CHECKED, points)
                .containsEntry(GapKind.CHECK_OLD, 0);
        assertThat(overview.gaps()).hasSize(2 * points);
        assertThat(overview.covered()).isZero();
    }

    @Test
    void nothingIsMissingWhereEverythingIsThere() {
        assertThat(gaps(
                        List.of(guideline("in_force", "2026-01-01", "2026-12-01", "Leder af modtagelsen")),
                        List.of(check("yes", "2026-11-01T10:00:00Z", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // state, in force from, review by, owner, what is missing
        "in_force, 2026-11-23, 2026-11-23, Lederen, ''", // both days are today
        "in_force, 2026-11-24, 2026-12-01, Lederen, point_without_guideline", // from tomorrow on
        "in_force, 2026-01-01, 2026-11-22, Lederen, review_overdue", // yesterday
        "in_force, 2026-01-01, '', Lederen, review_missing",
        "in_force, 2026-01-01, 2026-12-01, '', owner_missing",
        "draft, '', '', '', point_without_guideline review_missing owner_missing",
        "draft, 2026-01-01, 2026-11-22, Lederen, point_without_guideline review_overdue",
        "retired, 2026-01-01, 2026-11-22, '', point_without_guideline"
    })
    void eachGapOfAGuidelineShowsFromItsDay(String state, String from, String review, String owner, String missing) {
        List<String> gaps = gaps(
                List.of(guideline(state, from, review, owner)),
                List.of(check("no", "2026-11-01T10:00:00Z", "2026-11-30")));

        assertThat(String.join(" ", gaps)).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({
        // answer, given at, to be better by, what is missing; a guideline in force covers the point
        "yes, 2026-11-23T10:00:00Z, '', ''",
        "partly, 2026-11-23T10:00:00Z, '', improvement_missing",
        "no, 2026-11-23T10:00:00Z, '', improvement_missing",
        "no, 2026-11-01T10:00:00Z, 2026-11-23, ''", // today is in time
        "no, 2026-11-01T10:00:00Z, 2026-11-22, improvement_overdue",
        "not_relevant, 2026-11-23T10:00:00Z, '', ''",
        // exactly twelve months ago is not old yet, a day more is
        "yes, 2025-11-23T10:00:00Z, '', ''",
        "yes, 2025-11-22T10:00:00Z, '', check_old",
        // by the Danish day: at 23.30 UTC on the 22nd it is the 23rd in Denmark
        "yes, 2025-11-22T23:30:00Z, '', ''",
        "yes, 2025-11-22T22:30:00Z, '', check_old",
        "no, 2025-01-01T10:00:00Z, '', improvement_missing check_old"
    })
    void eachGapOfAnAnswerShowsFromItsDay(String answer, String at, String improve, String missing) {
        List<String> gaps = gaps(
                List.of(guideline("in_force", "2026-01-01", "2026-12-01", "Lederen")),
                List.of(check(answer, at, improve)));

        assertThat(String.join(" ", gaps)).isEqualTo(missing);
    }

    @Test
    void whatIsNotRelevantNeedsNoGuidelineUntilTheAnswerIsOld() {
        assertThat(gaps(List.of(), List.of(check("not_relevant", "2026-11-01T10:00:00Z", ""))))
                .isEmpty();
        assertThat(gaps(List.of(), List.of(check("not_relevant", "2025-01-01T10:00:00Z", ""))))
                .containsExactly("point_without_guideline", "check_old");
    }

    @Test
    void aYesThatRefersToAGuidelineThatIsRetiredHasLapsed() {
        SelfCheck yes = check("yes", "2026-11-01T10:00:00Z", "");

        assertThat(gaps(List.of(guideline("retired", "2026-01-01", "2026-12-01", "Lederen")), List.of(yes)))
                .containsExactly("point_without_guideline", "reference_lapsed");
        assertThat(gaps(List.of(guideline("draft", "", "2026-12-01", "Lederen")), List.of(yes)))
                .containsExactly("point_without_guideline", "reference_lapsed");
    }

    @Test
    void aPointThatThePolicySetNoLongerNamesIsKeptAndNotCounted() {
        SelfCheck gone = new SelfCheck(
                MunicipalityCode.SYNTHETIC,
                "gone",
                1,
                Answer.NO,
                "Opdigtet bemærkning til en test.",
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2020-01-01T10:00:00Z"));

        Overview overview = Overview.of(REGISTER, List.of(), List.of(gone), TODAY);

        assertThat(overview.count(Answer.NO)).isZero();
        assertThat(overview.gaps()).noneMatch(gap -> gap.point().equals(Optional.of("gone")));
    }

    @Test
    void everyPointSaysWhereItComesFromAndWhatIsKnownFromMemoryOnlySaysSo() {
        assertThat(REGISTER.points())
                .filteredOn(point -> point.source().startsWith("KL"))
                .hasSizeGreaterThan(11)
                .allMatch(point -> point.sourceConfidence().id().equals("memory-low"));
        assertThat(REGISTER.points()).extracting(GuidelinePoint::id).doesNotHaveDuplicates();
        assertThat(REGISTER.points())
                .extracting(GuidelinePoint::id)
                .contains("central_unit", "who_decides", "feedback", "early_signs", "out_of_hours", "honour_risk")
                .contains("child_talk", "new_eyes", "siblings", "moving", "documentation", "management_information");
        assertThat(REGISTER.stages())
                .extracting(stage -> stage.id())
                .containsExactly(
                        "concern",
                        "notification",
                        "receipt",
                        "first_day",
                        "screening",
                        "assessment",
                        "decision",
                        "throughout");
        assertThat(REGISTER.months()).isEqualTo(12);
    }
}
