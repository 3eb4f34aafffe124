package dk.rettidig.synthetic;

import dk.rettidig.synthetic.Moves.Arrival;
import dk.rettidig.synthetic.SyntheticPopulation.Block;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Divides the municipalities into blocks of whole families. Only the sizes of families are drawn here, so it runs far
 * ahead of those who fill the blocks. The last family of a municipality is cut where the number of children is reached.
 * After a municipality's own come the families that moved there, if moves are given.
 */
final class BlockPlan implements Iterator<Block> {

    private final PopulationSettings settings;
    private final List<SyntheticMunicipality> made;
    private final int blockSize;
    private final Function<Integer, List<Arrival>> arrivalsTo;
    private int municipality;
    private int family;
    private int child;
    private int arrived;
    private List<Arrival> arrivals = List.of();

    /** The municipalities' own families. */
    BlockPlan(PopulationSettings settings, int blockSize) {
        this(settings, blockSize, any -> List.of());
    }

    /** The municipalities' own families and those that moved there. */
    BlockPlan(PopulationSettings settings, int blockSize, Moves moves) {
        this(settings, blockSize, moves::to);
    }

    private BlockPlan(PopulationSettings settings, int blockSize, Function<Integer, List<Arrival>> arrivalsTo) {
        this.settings = settings;
        this.made = settings.made();
        this.blockSize = blockSize;
        this.arrivalsTo = arrivalsTo;
        if (hasNext()) {
            enter();
        }
    }

    @Override
    public boolean hasNext() {
        return municipality < made.size();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all municipalities are done");
        }
        SyntheticMunicipality current = made.get(municipality);
        Block block = child < current.children() ? own(current) : arrived(current);
        skipFinished();
        return block;
    }

    private Block own(SyntheticMunicipality current) {
        int firstFamily = family;
        int firstChild = child;
        while (child < current.children() && child - firstChild < blockSize) {
            child += FamilyGenerator.size(settings.seed(), current.code(), family);
            family++;
        }
        child = Math.min(child, current.children());
        return new Block(current, firstFamily, firstChild, family - firstFamily, child - firstChild, List.of());
    }

    private Block arrived(SyntheticMunicipality current) {
        int first = arrived;
        arrived = Math.min(arrivals.size(), first + blockSize);
        return new Block(current, 0, 0, 0, 0, arrivals.subList(first, arrived));
    }

    private void skipFinished() {
        while (hasNext() && child >= made.get(municipality).children() && arrived >= arrivals.size()) {
            municipality++;
            family = 0;
            child = 0;
            arrived = 0;
            if (hasNext()) {
                arrivals = arrivalsTo.apply(made.get(municipality).code());
            }
        }
    }

    private void enter() {
        arrivals = arrivalsTo.apply(made.getFirst().code());
        skipFinished();
    }
}
