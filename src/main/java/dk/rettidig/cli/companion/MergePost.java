package dk.rettidig.cli.companion;

import dk.rettidig.pseudonym.vault.OutstandingMerge;

/** Tells the service, as a signed delivery, that two pseudonyms are one child's. */
@FunctionalInterface
public interface MergePost {

    /** What came of it. */
    sealed interface Answer permits Told, NotYet {}

    /** The service has it for certain: the entry of the pseudonym that is gone may leave the vault. */
    record Told() implements Answer {}

    /** The service does not have it, or nobody knows; the merge stays in the vault. In words, what to do. */
    record NotYet(String danish, String english) implements Answer {}

    /**
     * Tells it. The merge's id is the delivery's, so that telling it twice does no harm.
     *
     * @throws InterruptedException when the program is told to stop meanwhile
     */
    Answer deliver(OutstandingMerge merge) throws InterruptedException;

    /** For a vault whose merges are sent by a command. */
    static MergePost byCommand() {
        return merge -> new NotYet(
                "Sammenlægningen ligger i arkivet. Den sendes til Rettidig med kommandoen ./rettidig vault merge --outstanding.",
                "The merge is kept in the vault. The command ./rettidig vault merge --outstanding sends it to Rettidig.");
    }
}
