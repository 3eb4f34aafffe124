package dk.rettidig.access;

/** The actor of the request that is being answered. Injected; implemented where identities are established. */
@FunctionalInterface
public interface CurrentActor {

    /** The actor; {@link Actor.Public} when nobody signed in. */
    Actor get();
}
