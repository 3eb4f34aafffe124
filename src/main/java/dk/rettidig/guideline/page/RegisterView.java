package dk.rettidig.guideline.page;

import dk.rettidig.guideline.Answer;
import dk.rettidig.guideline.Gap;
import dk.rettidig.guideline.GapKind;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineState;
import dk.rettidig.guideline.Overview;
import dk.rettidig.guideline.SelfCheck;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.GuidelineStage;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The register with its self-check in words. */
record RegisterView(
        String day, Figures figures, List<Missing> missing, List<Row> rows, List<Stage> stages, boolean mayEdit) {

    private static final int FEW = 5;

    /** Counts for the top of the page. */
    record Figures(
            int inForce,
            int draft,
            int retired,
            int points,
            int covered,
            int yes,
            int partly,
            int no,
            int notRelevant,
            int never,
            int missing) {

        static Figures of(Overview overview) {
            int checked =
                    Arrays.stream(Answer.values()).mapToInt(overview::count).sum();
            return new Figures(
                    overview.count(GuidelineState.IN_FORCE),
                    overview.count(GuidelineState.DRAFT),
                    overview.count(GuidelineState.RETIRED),
                    overview.points().size(),
                    overview.covered(),
                    overview.count(Answer.YES),
                    overview.count(Answer.PARTLY),
                    overview.count(Answer.NO),
                    overview.count(Answer.NOT_RELEVANT),
                    overview.points().size() - checked,
                    overview.gaps().size());
        }
    }

    /** One kind of gap with what it concerns. */
    record Missing(String id, String text, int count, List<Line> lines) {

        /** Whether they fit at the top of a page; the tables below show them all. */
        public boolean few() {
            return count <= FEW;
        }
    }

    /** What is missing something. */
    record Line(String link, String text, String day) {}

    /** A guideline. */
    record Row(String id, String title, String edition, String state, String owner, String review, boolean overdue) {}

    /** A stage. */
    record Stage(String id, String title, List<PointRow> points) {}

    /**
     * An attention point; blank is what there is none of.
     *
     * @param late whether what is lacking has no day to be better by, or one that has passed
     */
    record PointRow(
            String id,
            String title,
            String source,
            List<String> covering,
            boolean covered,
            String answer,
            String day,
            boolean old,
            String improve,
            boolean late) {}

    static RegisterView of(GuidelinePointRegister register, Overview overview, boolean mayEdit, Language language) {
        return new RegisterView(
                Words.date(overview.day(), language),
                Figures.of(overview),
                Arrays.stream(GapKind.values())
                        .map(kind -> missing(kind, overview, language))
                        .filter(each -> each.count() > 0)
                        .toList(),
                overview.guidelines().stream()
                        .map(guideline -> row(guideline, overview, language))
                        .toList(),
                register.stages().stream()
                        .map(stage -> stage(stage, overview, language))
                        .toList(),
                mayEdit);
    }

    private static Missing missing(GapKind kind, Overview overview, Language language) {
        Map<String, String> titles = overview.guidelines().stream()
                .collect(Collectors.toMap(each -> each.id().toString(), Guideline::title));
        Map<String, String> points = overview.points().stream()
                .collect(Collectors.toMap(
                        each -> each.point().id(), each -> GuidelineLabels.title(each.point(), language)));
        List<Line> lines = overview.gaps().stream()
                .filter(gap -> gap.kind() == kind)
                .map(gap -> line(gap, titles, points, language))
                .toList();
        return new Missing(kind.id(), language.choose(kind.danish(), kind.english()), lines.size(), lines);
    }

    private static Line line(Gap gap, Map<String, String> titles, Map<String, String> points, Language language) {
        String day = GuidelineLabels.day(gap.day(), language);
        return gap.point()
                .map(point -> new Line("/guidelines/points/" + point, points.getOrDefault(point, point), day))
                .orElseGet(() -> {
                    String id = gap.guideline().map(Object::toString).orElse("");
                    return new Line("/guidelines/" + id, titles.getOrDefault(id, id), day);
                });
    }

    private static Row row(Guideline guideline, Overview overview, Language language) {
        return new Row(
                guideline.id().toString(),
                guideline.title(),
                guideline.edition(),
                GuidelineLabels.state(guideline, overview.day(), language),
                guideline.owner().orElse(""),
                GuidelineLabels.day(guideline.reviewBy(), language),
                guideline.overdue(overview.day()));
    }

    private static Stage stage(GuidelineStage stage, Overview overview, Language language) {
        return new Stage(
                stage.id(),
                language.choose(stage.danish(), stage.english()),
                overview.points().stream()
                        .filter(each -> stage.points().contains(each.point()))
                        .map(each -> point(each, overview.day(), language))
                        .toList());
    }

    private static PointRow point(Overview.Standing standing, LocalDate today, Language language) {
        return new PointRow(
                standing.point().id(),
                GuidelineLabels.title(standing.point(), language),
                GuidelineLabels.source(standing.point(), language),
                standing.covering().stream().map(Guideline::title).toList(),
                standing.covered(),
                standing.latest()
                        .map(check -> language.choose(
                                check.answer().danish(), check.answer().english()))
                        .orElse(""),
                standing.latest()
                        .map(check -> Words.date(check.day(), language))
                        .orElse(""),
                standing.old(),
                GuidelineLabels.day(standing.latest().flatMap(SelfCheck::improveBy), language),
                standing.latest().filter(check -> check.late(today)).isPresent());
    }
}
