package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.BinCounts;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import java.util.Optional;

/**
 * What watches over runs: asked before a run starts and again before its flags are raised. Implemented by {@code
 * monitoring}. Whatever it cannot answer is a fault, and then there are no flags.
 */
public interface RunWatch {

    /**
     * Why no flag may be raised with a model in a municipality; empty when flags may be. Takes part in the caller's
     * transaction.
     */
    Optional<Stop> stop(MunicipalityCode municipality, ModelRef model);

    /**
     * Takes the counts of a calculation before anything comes of it, and may stop the model by itself: in a transaction of
     * its own, which stands whatever becomes of the run.
     */
    void measured(Run run, ReleasedModel model, BinCounts counts);

    /** Why a model raises no flags. */
    enum Stop {
        /** A limit was passed, and nobody has resumed since. */
        PAUSED(FlagErrorCode.MODEL_PAUSED),
        /** The model is withdrawn for good. */
        WITHDRAWN(FlagErrorCode.MODEL_WITHDRAWN);

        private final FlagErrorCode code;

        Stop(FlagErrorCode code) {
            this.code = code;
        }

        /** What whoever asks for a run is told. */
        FlagErrorCode code() {
            return code;
        }
    }
}
