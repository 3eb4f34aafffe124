package dk.rettidig.indicator;

import java.util.List;
import java.util.Optional;

/** All indicators that the policy set defines. Injected; immutable. */
public interface IndicatorCatalogue {

    /** The indicator with this id. */
    Optional<Indicator> find(IndicatorId id);

    /** The indicator stored under this code. */
    Optional<Indicator> withCode(short code);

    /** All indicators by id. */
    List<Indicator> all();
}
