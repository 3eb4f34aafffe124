package dk.rettidig.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where families moved to, with {@link Defect#MOVED}: another municipality of the population, by its number of children;
 * nowhere in it when there is no other. Made once a run, immutable.
 */
final class Moves {

    /** What stands for a municipality outside the population. */
    static final int OUTSIDE = 0;

    private final PopulationSettings settings;
    private final List<SyntheticMunicipality> made;
    private final long total;
    private final Map<Integer, List<Arrival>> arrivals = new HashMap<>();

    /** A family that moved here from another municipality, and where its children stand in that one. */
    record Arrival(int municipality, int family, int firstChild, int size) {}

    Moves(PopulationSettings settings) {
        this.settings = settings;
        this.made = settings.made();
        this.total = made.stream().mapToLong(SyntheticMunicipality::children).sum();
        if (settings.has(Defect.MOVED)) {
            made.forEach(this::leave);
        }
    }

    /** The municipality that this family moved to, if it moved; {@link #OUTSIDE} when that is none of those made. */
    int destination(int municipality, int family) {
        long others = total
                - made.stream()
                        .filter(each -> each.code() == municipality)
                        .mapToLong(SyntheticMunicipality::children)
                        .sum();
        double point = others
                * Draws.of(settings.seed(), Draws.Purpose.DESTINATION, municipality, family, 0)
                        .uniform();
        for (SyntheticMunicipality each : made) {
            if (each.code() != municipality) {
                point -= each.children();
                if (point < 0) {
                    return each.code();
                }
            }
        }
        return OUTSIDE;
    }

    /** The families that moved here. */
    List<Arrival> to(int municipality) {
        return List.copyOf(arrivals.getOrDefault(municipality, List.of()));
    }

    private void leave(SyntheticMunicipality from) {
        int child = 0;
        for (int family = 0; child < from.children(); family++) {
            int size = Math.min(FamilyGenerator.size(settings.seed(), from.code(), family), from.children() - child);
            int to = FamilyFacts.movedDaysAgo(settings, from.code(), family) < 0
                    ? OUTSIDE
                    : destination(from.code(), family);
            if (to != OUTSIDE) {
                arrivals.computeIfAbsent(to, any -> new ArrayList<>())
                        .add(new Arrival(from.code(), family, child, size));
            }
            child += size;
        }
    }
}
