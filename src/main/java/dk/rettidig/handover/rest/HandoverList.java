package dk.rettidig.handover.rest;

import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.Handovers.Filed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of handovers. */
@Schema(name = "HandoverList")
record HandoverList(List<Item> handovers) {

    /** One line: nothing that identifies the child. */
    @Schema(name = "HandoverItem")
    record Item(
            UUID id,
            String side,
            String other,
            String stage,
            Instant announcedAt,
            Optional<Instant> due,
            boolean overdue) {

        static Item of(HandoverDesk.View view) {
            Filed filed = view.filed();
            Optional<Instant> due = view.running().stream()
                    .map(running -> running.due().end())
                    .min(java.util.Comparator.naturalOrder());
            return new Item(
                    filed.own().handover().value(),
                    filed.own().side().id(),
                    filed.own().other().value(),
                    filed.stage().id(),
                    filed.own().announcedAt(),
                    due,
                    due.filter(end -> end.isBefore(view.now())).isPresent());
        }
    }
}
