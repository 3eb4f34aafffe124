package dk.rettidig.synthetic;

/**
 * A file that was written.
 *
 * @param path relative to the output folder, with slashes
 * @param municipality its code, or 0 for a file that covers all
 * @param feed the feed's id, or {@code truth}
 * @param rows without header
 * @param digest SHA-256 of the bytes in base64url without padding: hexadecimal could hold ten digits in a row
 */
public record WrittenFile(String path, int municipality, String feed, long rows, String digest) {}
