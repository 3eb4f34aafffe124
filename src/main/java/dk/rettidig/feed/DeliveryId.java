package dk.rettidig.feed;

import java.util.Objects;
import java.util.UUID;

/** Our id of a delivery; the sender's is {@link NoteId}. */
public record DeliveryId(UUID value) {

    public DeliveryId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
