package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.Overview;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The register: the newest version of each guideline, by title. */
@Schema(name = "GuidelineList")
record GuidelineList(List<Item> guidelines) {

    /**
     * One guideline.
     *
     * @param holds whether it is in force today
     * @param overdue whether the day of its next review has passed
     */
    @Schema(name = "GuidelineItem")
    record Item(UUID id, boolean holds, boolean overdue, GuidelineAnswer.Version current) {

        static Item of(Guideline guideline, LocalDate day) {
            return new Item(
                    guideline.id().value(),
                    guideline.holds(day),
                    guideline.overdue(day),
                    GuidelineAnswer.Version.of(guideline));
        }
    }

    static GuidelineList of(Overview overview) {
        return new GuidelineList(overview.guidelines().stream()
                .map(guideline -> Item.of(guideline, overview.day()))
                .toList());
    }
}
