package dk.rettidig.conversion;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.feed.RegistryKey;

/** A note whose signature is that of an approved key of the sender and municipality it names. */
record VerifiedConversion(ConversionNote note, RegistryKey key) {

    /** The sender, as gate and ledger know it. */
    Actor actor() {
        return new Actor.Registry(new ActorName(key.registry().value()), key.municipality());
    }
}
