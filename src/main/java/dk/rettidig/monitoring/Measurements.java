package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.List;

/** What was measured of runs. Each method takes part in the caller's transaction. */
public interface Measurements {

    /** Files what was measured of a run. */
    void add(Measurement measurement);

    /** The municipality's latest, newest first. */
    List<Measurement> latest(MunicipalityCode municipality, int limit);

    /** The breaches whose pauses were lifted since a moment: what a person looked at and accepted. */
    List<Figure> accepted(MunicipalityCode municipality, ModelRef model, Instant since);
}
