package dk.rettidig.seal;

/**
 * What Argon2id costs whoever tries a passphrase (RFC 9106 section 3.1). The one place for these figures.
 *
 * @param memoryKib memory in KiB, 65,536 to 1,048,576
 * @param passes passes over the memory, 3 to 16
 * @param lanes computed side by side, 1 to 16
 */
public record PassphraseCost(int memoryKib, int passes, int lanes) {

    /** 64 MiB, three passes, four lanes: RFC 9106 section 4, second recommendation. What new files get. */
    public static final PassphraseCost USUAL = new PassphraseCost(64 * 1024, 3, 4);

    private static final int LEAST_MEMORY_KIB = 64 * 1024;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int LEAST_PASSES = 3;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;

    public PassphraseCost {
        if (!isAcceptable(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("Argon2id here takes 64 MiB to 1 GiB, 3 to 16 passes and 1 to 16 lanes");
        }
    }

    /** Whether a file may ask for this: not cheaper than recommended, and no more than a machine has. */
    public static boolean isAcceptable(int memoryKib, int passes, int lanes) {
        return memoryKib >= LEAST_MEMORY_KIB
                && memoryKib <= MOST_MEMORY_KIB
                && passes >= LEAST_PASSES
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES;
    }
}
