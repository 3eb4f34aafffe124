package dk.rettidig.flag;

import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import java.util.List;
import java.util.Optional;

/** The releases that a run may name. */
public interface RunModels {

    /**
     * The release of this name; empty when there is none.
     *
     * @throws ModelIntegrityException when there is one that may not be used
     */
    Optional<ReleasedModel> find(ModelRef ref) throws ModelIntegrityException;

    /** The releases to choose among, the one to prefer first; whether each may be used is checked when it is. */
    List<ModelRef> offered();
}
