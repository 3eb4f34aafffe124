package dk.rettidig.scoring;

/** A model that may not be used: its files, signature or content are not what a release must be. */
public final class ModelIntegrityException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** A failure with what was expected and found. */
    public ModelIntegrityException(Reason reason, String detail) {
        super(reason.code() + ": " + detail);
        this.reason = reason;
    }

    /** A failure with its cause. */
    public ModelIntegrityException(Reason reason, String detail, Throwable cause) {
        super(reason.code() + ": " + detail, cause);
        this.reason = reason;
    }

    /** Why it may not be used. */
    public Reason reason() {
        return reason;
    }

    /** Why a model may not be used. */
    public enum Reason {
        /** A file that a release consists of is not there or cannot be read. */
        FILE_MISSING,
        /** A file that the manifest does not list. */
        FILE_UNLISTED,
        /** A file longer than its cap. */
        FILE_TOO_LARGE,
        /** A file whose bytes are not those that the manifest names. */
        DIGEST_MISMATCH,
        /** No signature, or one that is not over this manifest by a release key. */
        SIGNATURE_INVALID,
        /** Signed by a key that is not among the release keys. */
        KEY_UNKNOWN,
        /** The manifest is not of the form that this version reads. */
        MANIFEST_MALFORMED,
        /** The manifest is of another model than the one asked for. */
        NAME_MISMATCH,
        /** The model names a class outside the few that a scorecard consists of. */
        CLASS_NOT_ALLOWED,
        /** The protobuf cannot be read as a model. */
        MODEL_UNREADABLE,
        /** The model's features are not those of the manifest. */
        FEATURES_MISMATCH,
        /** A feature's indicator is not in the catalogue. */
        INDICATOR_UNKNOWN,
        /** A feature's indicator is blocked, disabled or forbidden. */
        INDICATOR_NOT_OPEN,
        /** Trained for a target that measures something else than need. */
        TARGET_REFUSED,
        /** A higher value would get a lower calibrated probability, or one outside 0 to 1. */
        CALIBRATION_NOT_MONOTONE,
        /** A feature's weights run against its declared direction. */
        DIRECTION_BROKEN,
        /** The tables used for scoring do not give what the Tribuo model gives. */
        PREDICTION_MISMATCH,
        /** A historical baseline, which is for evaluation on synthetic data only. */
        BASELINE_NOT_FOR_RUNS;

        /** The reason in snake case. */
        public String code() {
            return "model_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
