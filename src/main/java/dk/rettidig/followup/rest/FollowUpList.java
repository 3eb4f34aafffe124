package dk.rettidig.followup.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.followup.rest.FollowUpAnswer.Meaning;
import dk.rettidig.followup.rest.FollowUpAnswer.Registered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of children of whom no measure is on record. */
@Schema(name = "FollowUpList")
record FollowUpList(List<Item> followUps, Meaning meaning) {

    /** One line: nothing that identifies the child. */
    @Schema(name = "FollowUpItem")
    record Item(
            UUID id,
            String state,
            List<String> reasons,
            int notifications,
            Optional<String> responsible,
            Instant listedAt,
            Instant latestAt,
            boolean leaderTold,
            Optional<String> closed,
            Optional<Instant> backAt,
            Optional<Registered> measure) {

        static Item of(Filed filed) {
            FollowUp followUp = filed.followUp();
            return new Item(
                    followUp.id().value(),
                    followUp.state().id(),
                    followUp.reasonIds(),
                    followUp.notifications(),
                    followUp.responsible().map(ActorName::value),
                    followUp.listedAt(),
                    followUp.latestAt(),
                    filed.leaderTold(),
                    filed.closed().map(closing -> closing.code().id()),
                    followUp.backAt(),
                    followUp.measure().map(Registered::of));
        }
    }
}
