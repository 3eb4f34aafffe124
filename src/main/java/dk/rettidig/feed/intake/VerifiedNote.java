package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.RegistryKey;

/** A note whose signature is that of an approved key of the registry it names. */
record VerifiedNote(DeliveryNote note, RegistryKey key) {

    /** The registry as an actor: known by its key, for the key's municipality. */
    Actor.Registry actor() {
        return new Actor.Registry(new ActorName(key.registry().value()), key.municipality());
    }
}
