package dk.rettidig.guideline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is missing.
 *
 * @param point the id of the attention point it concerns
 * @param guideline the guideline it concerns
 * @param day the day that has passed, or on which the point was answered
 */
public record Gap(GapKind kind, Optional<String> point, Optional<GuidelineId> guideline, Optional<LocalDate> day) {

    static Gap ofPoint(GapKind kind, String point) {
        return new Gap(kind, Optional.of(point), Optional.empty(), Optional.empty());
    }

    static Gap ofPoint(GapKind kind, String point, LocalDate day) {
        return new Gap(kind, Optional.of(point), Optional.empty(), Optional.of(day));
    }

    static Gap ofGuideline(GapKind kind, GuidelineId guideline) {
        return new Gap(kind, Optional.empty(), Optional.of(guideline), Optional.empty());
    }
}
