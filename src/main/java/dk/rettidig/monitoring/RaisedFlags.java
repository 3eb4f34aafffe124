package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.util.List;

/** The flags that a model raised; takes part in the caller's transaction. */
public interface RaisedFlags {

    /** All of them, by when they were raised, without what was done with them. */
    List<ModelFlag> of(MunicipalityCode municipality, ModelRef model);
}
