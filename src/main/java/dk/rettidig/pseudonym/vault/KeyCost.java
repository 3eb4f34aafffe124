package dk.rettidig.pseudonym.vault;

/**
 * What Argon2id costs (RFC 9106 section 3.1).
 *
 * @param kibibytes memory
 * @param passes over it
 * @param lanes computed side by side
 */
record KeyCost(int kibibytes, int passes, int lanes) {

    /** 64 MiB, three passes, four lanes: RFC 9106 section 4, second recommendation. */
    static final KeyCost USUAL = new KeyCost(64 * 1024, 3, 4);

    /** For a key file, which needs none. */
    static final KeyCost NONE = new KeyCost(0, 0, 0);

    private static final int MOST_KIBIBYTES = 1 << 20;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;

    /** Whether a file may ask for this: not cheaper than usual, and no more than a machine has. */
    boolean isAcceptable() {
        return kibibytes >= USUAL.kibibytes
                && kibibytes <= MOST_KIBIBYTES
                && passes >= USUAL.passes
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES;
    }
}
