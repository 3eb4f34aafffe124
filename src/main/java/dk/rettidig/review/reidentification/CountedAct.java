package dk.rettidig.review.reidentification;

/** What is counted for each person; the word is the column's. */
public enum CountedAct {
    ASKED("asked"),
    APPROVED("approved"),
    DECLINED("declined"),
    REDEEMED("redeemed"),
    REFUSED("refused");

    private final String id;

    CountedAct(String id) {
        this.id = id;
    }

    /** The word. */
    public String id() {
        return id;
    }
}
