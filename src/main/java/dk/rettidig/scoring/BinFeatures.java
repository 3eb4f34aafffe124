package dk.rettidig.scoring;

import java.util.ArrayList;
import java.util.List;

/** Which of a feature's Tribuo features a value switches on: the definition that training and checking share. */
public final class BinFeatures {

    private BinFeatures() {}

    /**
     * The names that are on.
     *
     * @param value in the indicator's unit; NaN when nothing current is known
     */
    public static List<String> active(FeatureDefinition feature, double value) {
        List<String> names = feature.tribuoNames();
        List<String> active = new ArrayList<>();
        if (Double.isNaN(value)) {
            if (feature.missing() == MissingRule.OWN_BIN) {
                active.add(feature.missingName());
            }
            return active;
        }
        for (int i = 0; i < feature.edges().size(); i++) {
            if (value >= feature.edges().get(i)) {
                active.add(names.get(i));
            }
        }
        for (int i = 1; i < feature.categories().size(); i++) {
            if (value == feature.categories().get(i)) {
                active.add(names.get(i - 1));
            }
        }
        return active;
    }
}
