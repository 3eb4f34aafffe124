package dk.rettidig.indicator;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue held in memory. Immutable; ids and codes are unique. */
public final class IndicatorRegister implements IndicatorCatalogue {

    private final List<Indicator> indicators;
    private final Map<IndicatorId, Indicator> byId = new HashMap<>();
    private final Map<Short, Indicator> byCode = new HashMap<>();

    /**
     * The catalogue of these indicators.
     *
     * @throws IllegalArgumentException when an id or code stands there twice
     */
    public IndicatorRegister(Collection<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
        for (Indicator indicator : this.indicators) {
            if (byId.put(indicator.id(), indicator) != null || byCode.put(indicator.code(), indicator) != null) {
                throw new IllegalArgumentException("two indicators share the id or code of " + indicator.id());
            }
        }
    }

    @Override
    public Optional<Indicator> find(IndicatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Indicator> withCode(short code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public List<Indicator> all() {
        return indicators;
    }
}
