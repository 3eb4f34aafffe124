package dk.rettidig.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers that have the shape of a CPR number with 60 added to the day, which no person has: a new one for each place, so
 * that one that is found tells where it got in. Made here, so that they stand nowhere.
 */
final class CprProbes {

    private static final int REPLACEMENT_DAYS = 60;
    private static final int LAST_FOUR = 10_000;

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /** The number for a place, ten digits. */
    String in(String place) {
        int number = 4_000 + byPlace.size();
        int day = REPLACEMENT_DAYS + 1 + byPlace.size() % 31;
        String made = String.format(Locale.ROOT, "%02d0795%04d", day, number % LAST_FOUR);
        if (byPlace.put(place, made) != null) {
            throw new IllegalArgumentException("two probes for " + place);
        }
        return made;
    }

    /** The same with a hyphen after six. */
    String hyphened(String place) {
        String made = in(place);
        return made.substring(0, 6) + "-" + made.substring(6);
    }

    int count() {
        return byPlace.size();
    }

    /** The places whose numbers a text holds, with or without a hyphen. */
    List<String> foundIn(String text) {
        List<String> found = new ArrayList<>();
        byPlace.forEach((place, number) -> {
            String hyphened = number.substring(0, 6) + "-" + number.substring(6);
            if (text.contains(number) || text.contains(hyphened)) {
                found.add(place);
            }
        });
        return found;
    }
}
