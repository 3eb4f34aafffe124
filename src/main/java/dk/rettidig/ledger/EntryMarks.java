package dk.rettidig.ledger;

/** Bytes that every entry has which counts a subject, for finding the last one where it is stored. */
public final class EntryMarks {

    private static final String ACTOR = RunningCounts.actor("");
    private static final String MODEL = RunningCounts.model("");

    private EntryMarks() {}

    /**
     * The mark of a subject of running counts.
     *
     * @throws IllegalArgumentException when it is neither an actor nor a model
     */
    public static byte[] of(String subject) {
        CanonicalJson json = new CanonicalJson();
        if (subject.startsWith(ACTOR)) {
            json.raw("{\"body\":{\"actor\":")
                    .text(subject.substring(ACTOR.length()))
                    .raw(",\"actor_kind\":");
        } else if (subject.startsWith(MODEL)) {
            json.raw("\"model\":").text(subject.substring(MODEL.length()));
        } else {
            throw new IllegalArgumentException("a subject of counts is an actor or a model");
        }
        return json.toBytes();
    }
}
