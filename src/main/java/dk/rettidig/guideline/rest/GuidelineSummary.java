package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.Answer;
import dk.rettidig.guideline.Gap;
import dk.rettidig.guideline.GapKind;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.GuidelineState;
import dk.rettidig.guideline.Overview;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many guidelines and answers there are on a day, and everything that is missing. */
@Schema(name = "GuidelineSummary")
record GuidelineSummary(LocalDate day, Guidelines guidelines, Points points, List<Missing> missing) {

    /** Guidelines by state. */
    @Schema(name = "GuidelineCounts")
    record Guidelines(int draft, int inForce, int retired) {}

    /**
     * Attention points.
     *
     * @param covered by a guideline in force
     * @param neverChecked without any answer
     */
    @Schema(name = "GuidelinePointCounts")
    record Points(int all, int covered, int yes, int partly, int no, int notRelevant, int neverChecked) {}

    /** One kind of gap, with what it concerns; kinds without any are there too. */
    @Schema(name = "GuidelineMissing")
    record Missing(String kind, String danish, String english, int count, List<Concerns> concerns) {}

    /**
     * What is missing something.
     *
     * @param point id of an attention point
     * @param guideline id of a guideline
     * @param day the day that has passed, or on which the point was answered
     */
    @Schema(name = "GuidelineConcern")
    record Concerns(Optional<String> point, Optional<UUID> guideline, Optional<LocalDate> day) {

        static Concerns of(Gap gap) {
            return new Concerns(gap.point(), gap.guideline().map(GuidelineId::value), gap.day());
        }
    }

    static GuidelineSummary of(Overview overview) {
        int checked = Arrays.stream(Answer.values()).mapToInt(overview::count).sum();
        return new GuidelineSummary(
                overview.day(),
                new Guidelines(
                        overview.count(GuidelineState.DRAFT),
                        overview.count(GuidelineState.IN_FORCE),
                        overview.count(GuidelineState.RETIRED)),
                new Points(
                        overview.points().size(),
                        overview.covered(),
                        overview.count(Answer.YES),
                        overview.count(Answer.PARTLY),
                        overview.count(Answer.NO),
                        overview.count(Answer.NOT_RELEVANT),
                        overview.points().size() - checked),
                Arrays.stream(GapKind.values())
                        .map(kind -> missing(kind, overview))
                        .toList());
    }

    private static Missing missing(GapKind kind, Overview overview) {
        List<Concerns> concerns = overview.gaps().stream()
                .filter(gap -> gap.kind() == kind)
                .map(Concerns::of)
                .toList();
        return new Missing(kind.id(), kind.danish(), kind.english(), concerns.size(), concerns);
    }
}
