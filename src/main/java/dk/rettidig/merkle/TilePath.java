package dk.rettidig.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile or entry bundle (C2SP tlog-tiles, "Merkle Tree" and "Log entries"), for instance
 * {@code tile/0/x001/x234/067.p/112} or {@code tile/entries/000}.
 *
 * @param level 0 to 63 for hashes, {@link #ENTRIES} for entry bundles
 * @param index the tile's index within its level, from 0
 * @param width hashes or entries in it: 256 when full, 1 to 255 when partial
 */
public record TilePath(int level, long index, int width) {

    /** Hashes in a full tile (C2SP tlog-tiles). */
    public static final int FULL = 256;
    /** Levels of the tree that a tile spans: log2 of {@link #FULL}. */
    public static final int HEIGHT = 8;
    /** The level that stands for entry bundles. */
    public static final int ENTRIES = -1;

    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9]\\d?)/((?:x\\d{3}/){0,6}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile at level " + level + ", index " + index + ", width " + width);
        }
    }

    /** A full or partial tile of hashes. */
    public static TilePath hashes(int level, long index, int width) {
        if (level == ENTRIES) {
            throw new IllegalArgumentException("hashes have a level from 0 to 63");
        }
        return new TilePath(level, index, width);
    }

    /** A full or partial bundle of entries. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /**
     * Parses a path in its one valid spelling; empty when it is none. Safe for paths out of requests: nothing but digits,
     * {@code x}, {@code .p} and single slashes gets through.
     */
    public static Optional<TilePath> parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        String digits = matcher.group(2).replaceAll("[x/]", "");
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        if (level > 63 || digits.length() > 18 || (matcher.group(3) != null && width >= FULL)) {
            return Optional.empty();
        }
        TilePath parsed = new TilePath(level, Long.parseLong(digits), width);
        return parsed.path().equals(path) ? Optional.of(parsed) : Optional.empty();
    }

    /** Whether it is a bundle of entries. */
    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** Whether more can be added to it. */
    public boolean isPartial() {
        return width < FULL;
    }

    /** The same tile when it is full. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The path below the log's prefix, with slashes and without a leading one. */
    public String path() {
        StringBuilder digits = new StringBuilder(threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x" + threeDigits(rest % 1000) + "/");
        }
        String kind = isEntries() ? "entries" : Integer.toString(level);
        return "tile/" + kind + "/" + digits + (isPartial() ? ".p/" + width : "");
    }

    private static String threeDigits(long number) {
        return Long.toString(1000 + number).substring(1);
    }

    @Override
    public String toString() {
        return path();
    }
}
