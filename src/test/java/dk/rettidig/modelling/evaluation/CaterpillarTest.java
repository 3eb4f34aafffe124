package dk.rettidig.modelling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaterpillarTest {

    private static final Figure FIGURE = Figure.FALSE_POSITIVE_RATE;

    private static GroupFigures group(String level, double value, double low, double high) {
        return new GroupFigures(
                "municipality", level, 60, false, true, Map.of(FIGURE.id(), new Interval(value, low, high)));
    }

    @Test
    void onlyAnIntervalThatDoesNotHoldTheFigureOfAllIsApartAndNoneIsNotOne() {
        Caterpillar plot = Caterpillar.of(
                FIGURE,
                new Interval(0.05, 0.04, 0.06),
                List.of(
                        group("high", 0.25, 0.10, 0.40),
                        group("nobody", 0, 0, 0),
                        group("usual", 0.06, 0.01, 0.12),
                        group("unknown", Double.NaN, Double.NaN, Double.NaN)));

        assertThat(plot.strokes())
                .extracting(stroke -> stroke.text().substring(0, stroke.text().indexOf(':')))
                .containsExactly("nobody", "usual", "high");
        assertThat(plot.apart()).singleElement().asString().startsWith("high: 25,0 %");
        assertThat(plot.flat()).isEqualTo(1);
        assertThat(plot.chance()).isZero();
        assertThat(plot.ticks().getLast().text()).isEqualTo("40,0 %");
    }
}
