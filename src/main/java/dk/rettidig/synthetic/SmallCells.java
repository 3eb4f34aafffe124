package dk.rettidig.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * The municipalities of {@link Defect#SMALL_CELLS}: the four smallest, each with fewer than 500 children, so that most of
 * their counts are too small to show. Læsø has its own size; the other three are cut to a size that was assumed.
 */
public final class SmallCells {

    /** Children from which on a municipality is not small. */
    public static final int SMALL_BELOW = 500;

    /** Counts from 1 up to but without this are too small to show. */
    static final int CELL_BELOW = 5;

    private static final List<SyntheticMunicipality> SMALL = List.of(
            DanishPopulation.municipality(825),
            DanishPopulation.municipality(563).withChildren(420),
            DanishPopulation.municipality(741).withChildren(460),
            DanishPopulation.municipality(492).withChildren(499));

    private SmallCells() {}

    /** These municipalities with the small ones added; one that is there already keeps its place and loses its size. */
    static List<SyntheticMunicipality> plantedIn(List<SyntheticMunicipality> municipalities) {
        List<SyntheticMunicipality> planted = new ArrayList<>(municipalities);
        for (SyntheticMunicipality small : SMALL) {
            int place = place(planted, small.code());
            if (place < 0) {
                planted.add(small);
            } else {
                planted.set(
                        place,
                        small.withChildren(
                                Math.min(small.children(), planted.get(place).children())));
            }
        }
        return List.copyOf(planted);
    }

    private static int place(List<SyntheticMunicipality> municipalities, int code) {
        for (int i = 0; i < municipalities.size(); i++) {
            if (municipalities.get(i).code() == code) {
                return i;
            }
        }
        return -1;
    }
}
