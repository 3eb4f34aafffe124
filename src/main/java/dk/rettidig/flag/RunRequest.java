package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param indicators what the caller names besides the model's own; put to the gate and not read
 * @param asOf the day at whose end (Danish time) the run reads; what became known later does not exist for it
 */
public record RunRequest(
        MunicipalityCode municipality,
        BasisId basis,
        Phase phase,
        ScopeKind scope,
        ModelRef model,
        Set<IndicatorId> indicators,
        LocalDate asOf) {

    public RunRequest {
        indicators = Set.copyOf(indicators);
    }
}
