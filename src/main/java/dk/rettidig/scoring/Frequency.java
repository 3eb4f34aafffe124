package dk.rettidig.scoring;

/**
 * What became of children like this one in data that the model was not fitted to: of {@code cases} with a value between
 * {@code from} and {@code to}, {@code found} were found to need support.
 *
 * @param from least calibrated probability of the band
 * @param to greatest calibrated probability of the band
 * @param cases children in the band, more than 0
 * @param found of them with the outcome
 */
public record Frequency(double from, double to, int cases, int found) {

    /** 1.96, the two-sided 95 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public Frequency {
        if (!(from <= to) || cases <= 0 || found < 0 || found > cases) {
            throw new IllegalArgumentException("a band has cases, and of them 0 to all with the outcome");
        }
    }

    /** Of 100 children like this one, how many; rounded. */
    public int ofHundred() {
        return (int) Math.round(100.0 * found / cases);
    }

    /** Lower end of the 95 % Wilson interval (Wilson 1927), of 100, rounded down. */
    public int lowOfHundred() {
        return (int) Math.floor(100 * Math.max(0, centre() - spread()));
    }

    /** Upper end of the 95 % Wilson interval, of 100, rounded up. */
    public int highOfHundred() {
        return (int) Math.ceil(100 * Math.min(1, centre() + spread()));
    }

    /** The sentence for a Danish page. */
    public String danish() {
        return "Af 100 tilsvarende var der " + ofHundred() + ", hvor en undersøgelse fandt behov for støtte (mellem "
                + lowOfHundred() + " og " + highOfHundred() + ").";
    }

    /** The sentence for an English page. */
    public String english() {
        return "Of 100 like this there were " + ofHundred() + " where an assessment found need for support (between "
                + lowOfHundred() + " and " + highOfHundred() + ").";
    }

    private double centre() {
        double share = (double) found / cases;
        return (share + Z * Z / (2 * cases)) / (1 + Z * Z / cases);
    }

    private double spread() {
        double share = (double) found / cases;
        double variance = share * (1 - share) / cases + Z * Z / (4.0 * cases * cases);
        return Z * Math.sqrt(variance) / (1 + Z * Z / cases);
    }
}
