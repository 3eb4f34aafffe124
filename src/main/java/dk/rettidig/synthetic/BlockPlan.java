package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticPopulation.Block;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Divides the municipalities into blocks of whole families. Only the sizes of families are drawn here, so it runs far
 * ahead of those who fill the blocks. The last family of a municipality is cut where the number of children is reached.
 */
final class BlockPlan implements Iterator<Block> {

    private final PopulationSettings settings;
    private final int blockSize;
    private int municipality;
    private int family;
    private int child;

    BlockPlan(PopulationSettings settings, int blockSize) {
        this.settings = settings;
        this.blockSize = blockSize;
        skipFinished();
    }

    @Override
    public boolean hasNext() {
        return municipality < settings.municipalities().size();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all municipalities are done");
        }
        SyntheticMunicipality current = settings.municipalities().get(municipality);
        int firstFamily = family;
        int firstChild = child;
        while (child < current.children() && child - firstChild < blockSize) {
            child += FamilyGenerator.size(settings.seed(), current.code(), family);
            family++;
        }
        child = Math.min(child, current.children());
        Block block = new Block(current, firstFamily, firstChild, family - firstFamily, child - firstChild);
        skipFinished();
        return block;
    }

    private void skipFinished() {
        while (hasNext() && child >= settings.municipalities().get(municipality).children()) {
            municipality++;
            family = 0;
            child = 0;
        }
    }
}
