package dk.rettidig.scoring;

import dk.rettidig.seal.KeyId;
import java.util.List;

/** A release that passed every check. Immutable, safe for many threads. */
public final class ReleasedModel {

    private final ModelManifest manifest;
    private final ModelDigest digest;
    private final KeyId signedBy;
    private final Scorer scorer;
    private final BatchScorer batchScorer;

    ReleasedModel(ModelManifest manifest, ModelDigest digest, KeyId signedBy) {
        Scorecard scorecard = new Scorecard(manifest);
        this.manifest = manifest;
        this.digest = digest;
        this.signedBy = signedBy;
        this.scorer = new Scorer(scorecard);
        this.batchScorer = new BatchScorer(scorecard);
    }

    /** The release. */
    public ModelRef ref() {
        return manifest.ref();
    }

    /** The digest of the manifest, which names every other file's: what the ledger records. */
    public ModelDigest digest() {
        return digest;
    }

    /** The release key that signed it. */
    public KeyId signedBy() {
        return signedBy;
    }

    /** What the release says of itself. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** The features in the order of inputs and batches. */
    public List<FeatureDefinition> features() {
        return manifest.features();
    }

    /** For one child, with reasons. */
    public Scorer scorer() {
        return scorer;
    }

    /** For many children, without reasons. */
    public BatchScorer batchScorer() {
        return batchScorer;
    }

    /** An empty batch for this model. */
    public FeatureBatch batch(AsOf asOf, int children) {
        return new FeatureBatch(features(), asOf, children);
    }

    @Override
    public String toString() {
        return "ReleasedModel[" + ref() + "]";
    }
}
