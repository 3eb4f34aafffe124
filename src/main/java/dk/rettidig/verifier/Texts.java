package dk.rettidig.verifier;

import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import java.util.Arrays;

/** The words of findings that need more than one line of code. */
final class Texts {

    private Texts() {}

    static Finding form(EntryScanner.Problem problem, long index) {
        return switch (problem) {
            case NOT_JSON -> form(index, "indførslen er ikke JSON", "the entry is not JSON");
            case NOT_CANONICAL ->
                form(index, "indførslen er ikke kanonisk (RFC 8785)", "the entry is not canonical (RFC 8785)");
            case UNKNOWN_VERSION -> form(index, "indførslens version er ukendt", "the entry's version is unknown");
            case WRONG_SHAPE, NONE ->
                form(index, "indførslen har ikke formen af version 1", "the entry has not the shape of version 1");
        };
    }

    private static Finding form(long index, String danish, String english) {
        return Finding.at(Finding.Kind.ENTRY_FORM, index, danish, english);
    }

    /** What seems to have happened at the first difference between entries and tile. */
    static Finding altered(BundleScan.Result bundle, int position, boolean tileIsSigned) {
        long index = bundle.path().index() * TilePath.FULL + position;
        String[] guess = guess(bundle, position);
        String danish = tileIsSigned
                ? "indførslen er en anden end den underskrevne"
                : "indførslen og flisen med kontrolsummer er forskellige, og ingen af dem passer med underskriften";
        String english = tileIsSigned
                ? "the entry is another than the signed one"
                : "the entry and the hash tile differ, and neither leads to the signed root";
        return Finding.at(Finding.Kind.ENTRY_ALTERED, index, danish + guess[0], english + guess[1]);
    }

    private static String[] guess(BundleScan.Result bundle, int i) {
        boolean nextIsHere = same(bundle.leaves(), i, bundle.tile(), i + 1);
        boolean hereIsNext = same(bundle.leaves(), i + 1, bundle.tile(), i);
        if (nextIsHere && hereIsNext) {
            return new String[] {" (byttet om med den næste)", " (swapped with the next one)"};
        }
        if (nextIsHere) {
            return new String[] {" (den underskrevne er fjernet)", " (the signed one was removed)"};
        }
        if (hereIsNext) {
            return new String[] {" (en fremmed er indsat)", " (a foreign one was inserted)"};
        }
        return new String[] {" (ændret)", " (changed)"};
    }

    private static boolean same(byte[] one, int i, byte[] two, int j) {
        int a = i * Hash.LENGTH;
        int b = j * Hash.LENGTH;
        return a + Hash.LENGTH <= one.length
                && b + Hash.LENGTH <= two.length
                && Arrays.equals(one, a, a + Hash.LENGTH, two, b, b + Hash.LENGTH);
    }

    /** Tile hashes differ though the entries are the signed ones. */
    static Finding tile(BundleScan.Result bundle, int position) {
        TilePath path = TilePath.hashes(0, bundle.path().index(), bundle.path().width());
        return Finding.at(
                Finding.Kind.TILE,
                bundle.path().index() * TilePath.FULL + position,
                path + " er ændret; selve indførslen er den underskrevne",
                path + " was altered; the entry itself is the signed one");
    }
}
