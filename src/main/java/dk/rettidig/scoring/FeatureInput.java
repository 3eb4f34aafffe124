package dk.rettidig.scoring;

import java.util.List;

/**
 * A child's values for one model as of a moment, in the order of the model's features. Made by {@link FeatureReader}.
 *
 * @param values one for each feature of the model
 */
public record FeatureInput(AsOf asOf, List<FeatureValue> values) {

    public FeatureInput {
        values = List.copyOf(values);
    }
}
