package dk.rettidig.followup.rest;

import dk.rettidig.followup.Statistic;
import dk.rettidig.followup.rest.FollowUpAnswer.Meaning;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of every definition in one year; those of different definitions are not comparable. */
@Schema(name = "FollowUpFigures")
record FollowUpFigures(int year, List<Figure> definitions, Meaning meaning) {

    /**
     * One definition's figures.
     *
     * @param complete whether the years in which a measure counts are over
     * @param hidden whether a group is too small to show
     */
    @Schema(name = "FollowUpFigure")
    record Figure(
            String definition,
            String danish,
            String english,
            String ref,
            String confidence,
            boolean complete,
            boolean hidden,
            Optional<Integer> children,
            Optional<Integer> withoutMeasure,
            Optional<Integer> unclear,
            Optional<Double> share,
            Optional<Double> low,
            Optional<Double> high) {

        static Figure of(Statistic statistic) {
            Optional<Statistic.Shown> shown = statistic.shown();
            return new Figure(
                    statistic.definition().id(),
                    statistic.definition().danish(),
                    statistic.definition().english(),
                    statistic.definition().ref(),
                    statistic.definition().confidence().id(),
                    statistic.complete(),
                    statistic.hidden(),
                    statistic.children(),
                    shown.map(Statistic.Shown::withoutMeasure),
                    shown.map(Statistic.Shown::unclear),
                    shown.map(Statistic.Shown::share),
                    shown.map(each -> each.interval().low()),
                    shown.map(each -> each.interval().high()));
        }
    }

    static FollowUpFigures of(int year, List<Statistic> statistics) {
        return new FollowUpFigures(year, statistics.stream().map(Figure::of).toList(), Meaning.ABSENCE);
    }
}
