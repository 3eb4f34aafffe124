package dk.rettidig.modelling;

import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.Calibration;
import dk.rettidig.scoring.Contribution;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The model as points that a person adds up: a twentieth of a unit of log-odds each, rounded, the intercept among them; and a
 * table from the sum to how many of 100.
 */
public final class PointsTable {

    /** Points for one unit of log-odds: rounding then moves a sum of ten inputs by a quarter of a unit at the very most. */
    private static final int SCALE = 20;

    private final ModelManifest manifest;
    private final StringBuilder text = new StringBuilder();

    PointsTable(ModelManifest manifest) {
        this.manifest = manifest;
    }

    /** The points that a feature's bin gives. */
    static int points(double weight) {
        return (int) Math.round(SCALE * weight);
    }

    String text() {
        line("# Pointtabel / points table: %s", manifest.ref());
        line("");
        line(
                "Find én linje for hver oplysning, læg pointene sammen, og slå summen op. Et minus betyder, at oplysningen trækker fra.");
        line("Find one line for each input, add the points and look the sum up. A minus takes away.");
        line("");
        line("| oplysning / input | værdi / value | point / points |");
        line("|---|---|---|");
        line("| alle / everybody | | %d |", points(manifest.bias()));
        manifest.features().forEach(this::feature);
        line("");
        line("| sum | af 100 / of 100 |");
        line("|---|---|");
        lookUp();
        line("");
        line("Pointene er afrundede: tjenesten regner med de nøjagtige vægte i manifestet.");
        line("Points are rounded: the service calculates with the exact weights of the manifest.");
        return text.toString();
    }

    private void feature(FeatureDefinition feature) {
        BinTable table = new BinTable(feature);
        for (int bin = 0; bin < feature.bins(); bin++) {
            line("| %s | %s | %d |", feature.indicator(), label(feature, bin), points(table.weight(bin)));
        }
        boolean own = feature.missing() == MissingRule.OWN_BIN;
        line(
                "| %s | ukendt / unknown | %s |",
                feature.indicator(),
                own ? Integer.toString(points(table.weight(Contribution.MISSING_BIN))) : "ingen beregning / abstains");
    }

    static String label(FeatureDefinition feature, int bin) {
        if (feature.edges().isEmpty()) {
            return "= " + feature.categories().get(bin);
        }
        if (bin == 0) {
            return "< " + feature.edges().get(0);
        }
        String from = "≥ " + feature.edges().get(bin - 1);
        return bin == feature.edges().size()
                ? from
                : from + ", < " + feature.edges().get(bin);
    }

    private void lookUp() {
        int lowest = points(manifest.bias());
        int highest = lowest;
        for (FeatureDefinition feature : manifest.features()) {
            TreeSet<Integer> points = new TreeSet<>();
            BinTable table = new BinTable(feature);
            for (int bin = 0; bin < feature.bins(); bin++) {
                points.add(points(table.weight(bin)));
            }
            if (feature.missing() == MissingRule.OWN_BIN) {
                points.add(points(table.weight(Contribution.MISSING_BIN)));
            }
            lowest += points.first();
            highest += points.last();
        }
        Calibration calibration = manifest.calibration().calibration();
        for (int sum = lowest; sum <= highest; sum++) {
            line("| %d | %.0f |", sum, 100 * calibration.probability((double) sum / SCALE));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not among the libraries
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
