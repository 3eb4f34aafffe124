package dk.rettidig.synthetic;

import dk.rettidig.synthetic.Moves.Arrival;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The synthetic population, made block by block and never held as a whole. Blocks are made on several threads and handed
 * over in order on the caller's, so that the result doesn't depend on how many threads there are.
 */
public final class SyntheticPopulation {

    /** Children in a block, about: enough to make hand-over cheap, few enough to keep memory flat. */
    static final int BLOCK = 2_048;

    private SyntheticPopulation() {}

    /** Hands every child to the consumer, municipality by municipality, siblings next to each other. */
    public static void generate(PopulationSettings settings, Consumer<SyntheticChild> consumer) {
        generate(settings, Runtime.getRuntime().availableProcessors(), consumer);
    }

    /** The same with this number of threads, at least 1. */
    public static void generate(PopulationSettings settings, int threads, Consumer<SyntheticChild> consumer) {
        map(
                settings,
                threads,
                new BlockPlan(settings, BLOCK),
                (block, families) -> families,
                families -> families.forEach(each -> each.children().forEach(consumer)));
    }

    /** Siblings, in one municipality. */
    record Family(List<SyntheticChild> children) {}

    /** A run of families of one municipality, or families that moved there from others. */
    record Block(
            SyntheticMunicipality municipality,
            int firstFamily,
            int firstChild,
            int families,
            int children,
            List<Arrival> arrivals) {}

    /** Turns every block of families into a result on some thread and hands the results over in order on this one. */
    static <T> void map(
            PopulationSettings settings,
            int threads,
            Iterator<Block> blocks,
            BiFunction<Block, List<Family>, T> work,
            Consumer<T> consumer) {
        PopulationModel model = PopulationModel.of(settings);
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads))) {
            ArrayDeque<CompletableFuture<T>> running = new ArrayDeque<>();
            while (blocks.hasNext() || !running.isEmpty()) {
                while (blocks.hasNext() && running.size() < threads + 1) {
                    Block block = blocks.next();
                    running.add(CompletableFuture.supplyAsync(
                            () -> work.apply(block, families(settings, model, block)), executor));
                }
                consumer.accept(running.remove().join());
            }
        }
    }

    /** The families of a block. */
    static List<Family> families(PopulationSettings settings, PopulationModel model, Block block) {
        FamilyGenerator generator = new FamilyGenerator(settings, model);
        int code = block.municipality().code();
        int child = block.firstChild();
        int end = block.firstChild() + block.children();
        List<Family> families =
                new ArrayList<>(block.families() + block.arrivals().size());
        for (Arrival each : block.arrivals()) {
            families.add(
                    new Family(generator.family(each.municipality(), each.family(), each.firstChild(), each.size())));
        }
        for (int i = 0; i < block.families(); i++) {
            int family = block.firstFamily() + i;
            int size = Math.min(FamilyGenerator.size(settings.seed(), code, family), end - child);
            families.add(new Family(generator.family(code, family, child, size)));
            child += size;
        }
        return families;
    }
}
