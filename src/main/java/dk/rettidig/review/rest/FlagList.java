package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.flag.FlagListing;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of flags, by deadline. Nothing in it depends on strength. */
@Schema(name = "FlagPage")
public record FlagList(List<Item> flags) {

    public FlagList {
        flags = List.copyOf(flags);
    }

    /** One flag of the list. */
    @Schema(name = "FlagItem")
    public record Item(
            @Schema(format = "uuid") String id,
            @Schema(format = "date-time") String deadline,

            @Schema(enumeration = {"open", "opened", "view_sealed", "concluded", "expired", "withdrawn"})
            String state,

            @Schema(description = "A value was corrected or retracted after the flag was raised.")
            @JsonProperty("value_changed")
            boolean valueChanged) {

        static Item of(FlagListing listing) {
            return new Item(
                    listing.id().toString(),
                    listing.deadline().toString(),
                    listing.state().word(),
                    listing.valueChanged());
        }
    }
}
