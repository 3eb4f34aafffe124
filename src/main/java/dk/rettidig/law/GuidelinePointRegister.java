package dk.rettidig.law;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The register of {@code guideline-points.yaml} as a value: stages and attention points, and when a self-check is old. */
public final class GuidelinePointRegister {

    private static final int MOST_MONTHS = 60;

    private final List<GuidelineStage> stages;
    private final int months;

    private GuidelinePointRegister(List<GuidelineStage> stages, int months) {
        this.stages = List.copyOf(stages);
        this.months = months;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static GuidelinePointRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.GUIDELINE_POINTS, problems);
        YamlFields check = file.mapping("self_check");
        int months = check.integer("months", 1, MOST_MONTHS);
        check.text("ref");
        check.word("confidence", Confidence::parse, Confidence.CHOICES);
        check.done();
        Set<String> stageIds = new HashSet<>();
        Set<String> pointIds = new HashSet<>();
        List<GuidelineStage> stages = file.list("stages").stream()
                .map(entry -> GuidelineStage.read(entry, stageIds, pointIds))
                .toList();
        if (file.has("stages") && stages.isEmpty()) {
            file.problem("stages", "there is no stage", "add one");
        }
        file.done();
        return new GuidelinePointRegister(stages, months);
    }

    /** The stages in the order of the work. */
    public List<GuidelineStage> stages() {
        return stages;
    }

    /** All points, stage by stage. */
    public List<GuidelinePoint> points() {
        return stages.stream().flatMap(stage -> stage.points().stream()).toList();
    }

    /** A point by its id; empty when the set of today has none like it. */
    public Optional<GuidelinePoint> point(String id) {
        return points().stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** After so many months a self-check is old. */
    public int months() {
        return months;
    }
}
