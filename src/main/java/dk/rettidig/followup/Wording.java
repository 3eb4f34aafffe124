package dk.rettidig.followup;

/** What is said wherever children without a registered measure are shown. */
public final class Wording {

    /** In Danish. */
    public static final String DANISH =
            "At ingen indsats er registreret, betyder ikke, at barnet ingen hjælp har fået. Læs sagen, og spørg.";

    /** In English. */
    public static final String ENGLISH =
            "That no measure is registered does not mean that the child has had no help. Read the case, and ask.";

    private Wording() {}
}
