package dk.rettidig.feed;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Being read; nothing of it counts. */
    RUNNING("running", "i gang", "running"),
    /** Counts, and has a receipt. */
    FINISHED("finished", "modtaget", "received"),
    /** Rejected as a whole; nothing of it counts. */
    REJECTED("rejected", "afvist", "rejected"),
    /** Cut off, or the service died; nothing of it counts, and the same note may be sent again. */
    ABORTED("aborted", "afbrudt", "aborted");

    private final String id;
    private final String danish;
    private final String english;

    DeliveryState(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in columns and answers. */
    public String id() {
        return id;
    }

    /** The word on Danish pages. */
    public String danish() {
        return danish;
    }

    /** The word on English pages. */
    public String english() {
        return english;
    }

    /** The state of a column's word. */
    public static DeliveryState of(String id) {
        for (DeliveryState state : values()) {
            if (state.id.equals(id)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a delivery has this word");
    }
}
