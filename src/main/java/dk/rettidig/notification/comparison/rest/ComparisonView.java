package dk.rettidig.notification.comparison.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.notification.comparison.AreaFigure;
import dk.rettidig.notification.comparison.Comparison;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comparison in JSON. */
@Schema(
        name = "MunicipalComparison",
        requiredProperties = {"year", "source", "loaded_at", "per_100_children", "drawn", "municipalities"})
record ComparisonView(
        int year,
        String source,
        Instant loadedAt,

        @Schema(name = "per_100_children", description = "Of all municipalities in the figures.")
        @JsonProperty("per_100_children")
        double per100,

        @Schema(description = "Whether rates are drawn towards the common one: not with fewer than ten municipalities.")
        boolean drawn,

        List<Line> municipalities) {

    /** One municipality. */
    @Schema(
            name = "ComparedMunicipality",
            requiredProperties = {
                "municipality",
                "own",
                "compared_as",
                "children",
                "notifications",
                "per_100_children",
                "place"
            })
    record Line(
            @Schema(description = "Three digits.") String municipality,
            boolean own,

            @Schema(enumeration = {"other", "neighbour", "similar", "both"})
            String comparedAs,

            long children,
            long notifications,

            @JsonProperty("per_100_children") double per100,

            @Schema(description = "Drawn towards the common rate (empirical Bayes), with its 95 % interval.") @Nullable
            Drawn drawn,

            @Schema(
                    description = "Against the funnel's limits of chance: 95 % and 99.8 %.",
                    enumeration = {"far_below", "below", "within", "above", "far_above"})
            String place) {

        static Line of(Comparison.Line line) {
            AreaFigure area = line.area();
            return new Line(
                    area.municipality().value(),
                    line.own(),
                    area.as().id(),
                    area.children(),
                    area.notifications(),
                    line.per100(),
                    line.drawn()
                            .map(drawn -> new Drawn(drawn.per100(), drawn.low(), drawn.high()))
                            .orElse(null),
                    line.place().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A rate drawn towards the common one. */
    @Schema(
            name = "DrawnRate",
            requiredProperties = {"per_100_children", "low", "high"})
    record Drawn(@JsonProperty("per_100_children") double per100, double low, double high) {}

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                comparison.figures().year(),
                comparison.figures().source(),
                comparison.figures().loadedAt(),
                comparison.per100(),
                comparison.drawn(),
                comparison.lines().stream().map(Line::of).toList());
    }
}
