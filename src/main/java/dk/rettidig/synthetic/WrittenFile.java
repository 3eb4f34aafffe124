package dk.rettidig.synthetic;

/**
 * A file that was written.
 *
 * @param path relative to the output folder, with slashes
 * @param municipality its code, or 0 for a file that covers all
 * @param feed the feed's id, or {@code truth}
 * @param rows without header
 * @param faults what is wrong with it on purpose
 * @param digest SHA-256 of the bytes in base64url without padding: hexadecimal could hold ten digits in a row
 */
public record WrittenFile(String path, int municipality, String feed, long rows, FileFaults faults, String digest) {

    /**
     * Planted feed faults in a file.
     *
     * @param duplicates rows that are there a second time
     * @param late facts known a day late or more
     * @param corrections facts that are there twice, first wrong and then right under a later {@code known_at}
     */
    public record FileFaults(long duplicates, long late, long corrections) {

        static final FileFaults NONE = new FileFaults(0, 0, 0);
    }
}
