package dk.rettidig.synthetic;

/** A population counted as the writer counts it, with its feeds' rows and without its files. */
final class Tallies {

    private Tallies() {}

    static PopulationTally of(PopulationSettings settings) {
        PopulationTally whole = new PopulationTally(settings);
        BlockPlan plan = new BlockPlan(settings, SyntheticPopulation.BLOCK, new Moves(settings));
        SyntheticPopulation.map(
                settings,
                2,
                plan,
                (block, families) -> {
                    PopulationTally part = new PopulationTally(settings);
                    RowSource rows = new RowSource(settings);
                    boolean own = block.arrivals().isEmpty();
                    for (SyntheticPopulation.Family family : families) {
                        if (own) {
                            part.add(family.children());
                        }
                        for (SyntheticChild child : family.children()) {
                            if (own) {
                                rows.rows(child, (feed, row) -> {});
                            } else {
                                part.defects().arrived(block.municipality().code());
                                rows.arrived(child, (feed, row) -> {});
                            }
                        }
                    }
                    part.defects().add(rows.counts());
                    return part;
                },
                whole::merge);
        return whole;
    }
}
