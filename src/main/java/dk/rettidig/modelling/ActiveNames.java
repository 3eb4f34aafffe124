package dk.rettidig.modelling;

import dk.rettidig.scoring.BinFeatures;
import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.Contribution;
import dk.rettidig.scoring.FeatureDefinition;
import java.util.ArrayList;
import java.util.List;

/** {@link BinFeatures} of a feature, worked out once for each bin: training asks for every child. Immutable. */
final class ActiveNames {

    private final BinTable table;
    private final List<List<String>> byBin = new ArrayList<>();
    private final List<String> missing;
    private final String first;

    ActiveNames(FeatureDefinition feature) {
        this.table = new BinTable(feature);
        for (int bin = 0; bin < feature.bins(); bin++) {
            byBin.add(List.copyOf(BinFeatures.active(feature, table.sample(bin))));
        }
        this.missing = List.copyOf(BinFeatures.active(feature, Double.NaN));
        this.first = feature.tribuoNames().get(0);
    }

    List<String> of(double value) {
        int bin = table.bin(value);
        if (bin == Contribution.MISSING_BIN) {
            return missing;
        }
        return bin < 0 ? List.of() : byBin.get(bin);
    }

    String first() {
        return first;
    }
}
