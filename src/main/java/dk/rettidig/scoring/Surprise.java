package dk.rettidig.scoring;

/** How rare a value's bin was in training; what the abstention distance adds up. */
public final class Surprise {

    private Surprise() {}

    /**
     * −log2 of the share of training children in the value's bin.
     *
     * @param value in the indicator's unit; NaN when nothing current is known
     */
    public static double bits(FeatureDefinition feature, double value) {
        BinTable table = new BinTable(feature);
        return table.surprise(table.bin(value));
    }
}
