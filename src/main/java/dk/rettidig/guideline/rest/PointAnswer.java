package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.Overview;
import dk.rettidig.guideline.SelfCheck;
import dk.rettidig.guideline.SelfCheckDesk;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.GuidelineStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attention point as JSON, with every answer newest first. */
@Schema(name = "GuidelinePointAnswer")
record PointAnswer(Point point, List<UUID> covering, List<Check> answers) {

    /**
     * What a guideline must answer.
     *
     * @param ref the provision behind it
     * @param confidence how that was established
     * @param source who raised the point
     * @param sourceConfidence how that was established
     */
    @Schema(name = "GuidelinePoint")
    record Point(
            String id,
            String danish,
            String english,
            String asksDanish,
            String asksEnglish,
            String ref,
            String confidence,
            String source,
            String sourceConfidence) {

        static Point of(GuidelinePoint point) {
            return new Point(
                    point.id(),
                    point.danish(),
                    point.english(),
                    point.asksDanish(),
                    point.asksEnglish(),
                    point.ref(),
                    point.confidence().id(),
                    point.source(),
                    point.sourceConfidence().id());
        }
    }

    /** An answer of the self-check. Who gave it stands in the ledger alone. */
    @Schema(name = "SelfCheck")
    record Check(
            int number,
            String answer,
            String remark,
            Optional<UUID> guideline,
            Optional<LocalDate> improveBy,
            Instant checkedAt) {

        static Check of(SelfCheck check) {
            return new Check(
                    check.number(),
                    check.answer().id(),
                    check.remark(),
                    check.guideline().map(GuidelineId::value),
                    check.improveBy(),
                    check.checkedAt());
        }
    }

    /**
     * Where a point stands today.
     *
     * @param covered whether a guideline in force covers it
     * @param old whether the newest answer is too old
     */
    @Schema(name = "GuidelinePointStanding")
    record Standing(Point point, List<UUID> covering, boolean covered, Optional<Check> latest, boolean old) {

        static Standing of(Overview.Standing standing) {
            return new Standing(
                    Point.of(standing.point()),
                    ids(standing.covering()),
                    standing.covered(),
                    standing.latest().map(Check::of),
                    standing.old());
        }
    }

    /** A stage with its points. */
    @Schema(name = "GuidelineStage")
    record Stage(String id, String danish, String english, List<Standing> points) {

        private static Stage of(GuidelineStage stage, Overview overview) {
            return new Stage(
                    stage.id(),
                    stage.danish(),
                    stage.english(),
                    overview.points().stream()
                            .filter(each -> stage.points().contains(each.point()))
                            .map(Standing::of)
                            .toList());
        }
    }

    /**
     * All stages in the order of the work.
     *
     * @param oldAfterMonths after so many months an answer is old
     */
    @Schema(name = "GuidelinePointList")
    record All(int oldAfterMonths, List<Stage> stages) {

        static All of(GuidelinePointRegister register, Overview overview) {
            return new All(
                    register.months(),
                    register.stages().stream()
                            .map(stage -> Stage.of(stage, overview))
                            .toList());
        }
    }

    static PointAnswer of(SelfCheckDesk.View view) {
        return new PointAnswer(
                Point.of(view.point()),
                ids(view.covering()),
                view.answers().stream().map(Check::of).toList());
    }

    private static List<UUID> ids(List<Guideline> guidelines) {
        return guidelines.stream().map(each -> each.id().value()).toList();
    }
}
