package dk.rettidig.law;

import java.util.List;
import java.util.Set;

/** A stage on the way from the first concern to the decision, with what guidelines must answer there; never without a point. */
public record GuidelineStage(String id, String danish, String english, List<GuidelinePoint> points) {

    public GuidelineStage {
        points = List.copyOf(points);
    }

    static GuidelineStage read(YamlFields entry, Set<String> stages, Set<String> points) {
        GuidelineStage stage = new GuidelineStage(
                GuidelinePoint.id(entry, stages),
                entry.text("danish"),
                entry.text("english"),
                entry.list("points").stream()
                        .map(point -> GuidelinePoint.read(point, points))
                        .toList());
        if (entry.has("points") && stage.points().isEmpty()) {
            entry.problem("points", "the stage has no point", "add what a guideline must answer, or remove the stage");
        }
        entry.done();
        return stage;
    }
}
