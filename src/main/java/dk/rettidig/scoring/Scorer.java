package dk.rettidig.scoring;

import java.util.Collection;
import java.util.Map;

/** Scores one child with reasons. Immutable, safe for many threads. */
public final class Scorer {

    private final Scorecard scorecard;
    private final FeatureReader reader;

    Scorer(Scorecard scorecard) {
        this.scorecard = scorecard;
        this.reader = new FeatureReader(scorecard.features());
    }

    /** A scorer of a model that is not released yet: for evaluation and the release gate. No run takes it. */
    public static Scorer ofCandidate(ModelManifest manifest) {
        return new Scorer(new Scorecard(manifest));
    }

    /** The reader that makes this model's inputs. */
    public FeatureReader reader() {
        return reader;
    }

    /**
     * Scores an input made by {@link #reader()}.
     *
     * @throws ScoringFault {@code scoring_input_mismatch} when it has another number of values than the model features
     */
    public ScoringResult score(FeatureInput input) {
        if (input.values().size() != scorecard.features().size()) {
            throw new ScoringFault(
                    ScoringErrorCode.INPUT_MISMATCH,
                    Map.of(
                            "expected",
                            scorecard.features().size(),
                            "found",
                            input.values().size()));
        }
        return scorecard.score(input);
    }

    /** Reads observations as of a moment and scores them. */
    public ScoringResult score(AsOf asOf, Collection<KnownValue> observations) {
        return scorecard.score(reader.read(asOf, observations));
    }
}
