package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.flag.FlagListing;
import java.util.List;

/** A page of the list of flags, by deadline. Nothing in it depends on strength. */
public record FlagList(List<Item> flags) {

    public FlagList {
        flags = List.copyOf(flags);
    }

    /** One flag of the list. */
    public record Item(
            String id,
            String deadline,
            String state,
            @JsonProperty("value_changed") boolean valueChanged) {

        static Item of(FlagListing listing) {
            return new Item(
                    listing.id().toString(),
                    listing.deadline().toString(),
                    listing.state().word(),
                    listing.valueChanged());
        }
    }
}
