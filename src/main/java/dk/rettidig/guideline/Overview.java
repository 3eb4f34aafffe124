package dk.rettidig.guideline;

import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The register and the self-check on a day, with everything that is missing. Points that the policy set no longer names are kept in
 * the rows and not counted.
 *
 * @param day the Danish day
 * @param guidelines the newest version of each
 * @param points each attention point with where it stands, in the order of the policy set
 * @param gaps what is missing, kind by kind
 */
public record Overview(LocalDate day, List<Guideline> guidelines, List<Standing> points, List<Gap> gaps) {

    public Overview {
        guidelines = List.copyOf(guidelines);
        points = List.copyOf(points);
        gaps = List.copyOf(gaps);
    }

    /**
     * Where a point stands.
     *
     * @param covering guidelines that cover it and are not retired
     * @param covered whether one of them is in force on the day
     * @param latest the newest answer
     * @param old whether that answer is older than the policy set allows
     */
    public record Standing(
            GuidelinePoint point, List<Guideline> covering, boolean covered, Optional<SelfCheck> latest, boolean old) {

        public Standing {
            covering = List.copyOf(covering);
        }
    }

    static Overview of(
            GuidelinePointRegister register, List<Guideline> guidelines, List<SelfCheck> answers, LocalDate day) {
        Map<String, SelfCheck> latest =
                answers.stream().collect(Collectors.toMap(SelfCheck::point, Function.identity()));
        List<Standing> points = register.points().stream()
                .map(point -> standing(
                        point, guidelines, Optional.ofNullable(latest.get(point.id())), register.months(), day))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        points.forEach(standing -> gaps(standing, day, gaps));
        guidelines.stream().filter(Guideline::alive).forEach(guideline -> gaps(guideline, day, gaps));
        gaps.sort(Comparator.comparing(Gap::kind));
        return new Overview(day, guidelines, points, gaps);
    }

    private static Standing standing(
            GuidelinePoint point, List<Guideline> guidelines, Optional<SelfCheck> latest, int months, LocalDate day) {
        List<Guideline> covering = guidelines.stream()
                .filter(each -> each.alive() && each.covers(point.id()))
                .toList();
        return new Standing(
                point,
                covering,
                covering.stream().anyMatch(each -> each.holds(day)),
                latest,
                latest.filter(check -> check.old(months, day)).isPresent());
    }

    private static void gaps(Standing standing, LocalDate day, List<Gap> gaps) {
        String point = standing.point().id();
        boolean needless = !standing.old()
                && standing.latest()
                        .filter(check -> check.answer() == Answer.NOT_RELEVANT)
                        .isPresent();
        if (!standing.covered() && !needless) {
            gaps.add(Gap.ofPoint(GapKind.POINT_WITHOUT_GUIDELINE, point));
        }
        standing.latest()
                .ifPresentOrElse(
                        check -> gaps(standing, check, day, gaps),
                        () -> gaps.add(Gap.ofPoint(GapKind.NEVER_CHECKED, point)));
    }

    private static void gaps(Standing standing, SelfCheck check, LocalDate day, List<Gap> gaps) {
        String point = standing.point().id();
        if (standing.old()) {
            gaps.add(Gap.ofPoint(GapKind.CHECK_OLD, point, check.day()));
        }
        if (check.answer().lacking() && check.improveBy().isEmpty()) {
            gaps.add(Gap.ofPoint(GapKind.IMPROVEMENT_MISSING, point));
        }
        check.improveBy()
                .filter(by -> by.isBefore(day))
                .ifPresent(by -> gaps.add(Gap.ofPoint(GapKind.IMPROVEMENT_OVERDUE, point, by)));
        Predicate<GuidelineId> holds = id -> standing.covering().stream()
                .anyMatch(each -> each.id().equals(id) && (each.holds(day) || check.answer() != Answer.YES));
        check.guideline()
                .filter(holds.negate())
                .ifPresent(id -> gaps.add(
                        new Gap(GapKind.REFERENCE_LAPSED, Optional.of(point), Optional.of(id), Optional.empty())));
    }

    private static void gaps(Guideline guideline, LocalDate day, List<Gap> gaps) {
        if (guideline.owner().isEmpty()) {
            gaps.add(Gap.ofGuideline(GapKind.OWNER_MISSING, guideline.id()));
        }
        if (guideline.reviewBy().isEmpty()) {
            gaps.add(Gap.ofGuideline(GapKind.REVIEW_MISSING, guideline.id()));
        }
        if (guideline.overdue(day)) {
            gaps.add(new Gap(
                    GapKind.REVIEW_OVERDUE, Optional.empty(), Optional.of(guideline.id()), guideline.reviewBy()));
        }
    }

    /** How many guidelines are so far. */
    public int count(GuidelineState state) {
        return (int) guidelines.stream().filter(each -> each.state() == state).count();
    }

    /** How many points were answered so, by their newest answer. */
    public int count(Answer answer) {
        return (int) points.stream()
                .flatMap(standing -> standing.latest().stream())
                .filter(check -> check.answer() == answer)
                .count();
    }

    /** How many points a guideline in force covers. */
    public int covered() {
        return (int) points.stream().filter(Standing::covered).count();
    }

    /** How many gaps there are of each kind, those without any too. */
    public Map<GapKind, Integer> gapCounts() {
        Map<GapKind, Integer> counts = new EnumMap<>(GapKind.class);
        for (GapKind kind : GapKind.values()) {
            counts.put(
                    kind, (int) gaps.stream().filter(gap -> gap.kind() == kind).count());
        }
        return counts;
    }
}
