package dk.rettidig.scoring;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.ModelIntegrityException.Reason;
import dk.rettidig.scoring.ModelManifest.FileEntry;
import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.SealException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Every check between the files of a release and its use. */
final class ReleaseVerifier {

    /** Longest signature file, bytes. */
    private static final int SIGNATURE_BYTES = 2_048;

    /** Longest manifest, model card or points table, bytes. */
    private static final int TEXT_BYTES = 1 << 20;

    /** Longest model, bytes; a scorecard has some ten kilobytes. */
    private static final int MODEL_BYTES = 4 << 20;

    private final ReleaseKeys keys;
    private final IndicatorCatalogue catalogue;

    ReleaseVerifier(ReleaseKeys keys, IndicatorCatalogue catalogue) {
        this.keys = keys;
        this.catalogue = catalogue;
    }

    ReleasedModel load(ModelRef ref, ModelFiles files) throws ModelIntegrityException {
        byte[] bytes = files.read(ref, ReleasedModels.MANIFEST, TEXT_BYTES);
        refuseBaseline(bytes);
        KeyId signedBy = verifySignature(bytes, files.read(ref, ReleasedModels.SIGNATURE, SIGNATURE_BYTES));
        ModelManifest manifest = ManifestYaml.read(bytes);
        checkNames(ref, manifest);
        check(manifest, verifyFiles(ref, manifest, files));
        return new ReleasedModel(manifest, ModelDigest.of(bytes), signedBy);
    }

    /** What a model must be, signed or not. */
    void check(ModelManifest manifest, byte[] model) throws ModelIntegrityException {
        for (FeatureDefinition feature : manifest.features()) {
            checkFeature(feature);
        }
        checkCalibration(manifest);
        TribuoAgreement.check(TribuoModelReader.read(model), manifest);
    }

    /** A baseline is refused as what it is, signed or not, so that the message says why. */
    private static void refuseBaseline(byte[] manifest) throws ModelIntegrityException {
        if (ManifestYaml.kind(manifest).equals(PointsBaseline.KIND)) {
            throw new ModelIntegrityException(
                    Reason.BASELINE_NOT_FOR_RUNS, "a historical baseline may be evaluated on synthetic data only");
        }
    }

    private KeyId verifySignature(byte[] manifest, byte[] signature) throws ModelIntegrityException {
        try {
            return DetachedSignature.parse(new String(signature, StandardCharsets.US_ASCII))
                    .verify(ReleasedModels.SIGNATURE_TYPE, manifest, keys::find)
                    .id();
        } catch (SealException e) {
            Reason reason =
                    e.reason() == SealException.Reason.KEY_UNKNOWN ? Reason.KEY_UNKNOWN : Reason.SIGNATURE_INVALID;
            throw new ModelIntegrityException(reason, "expected a release key's signature over the manifest", e);
        }
    }

    private static void checkNames(ModelRef ref, ModelManifest manifest) throws ModelIntegrityException {
        if (!manifest.format().equals(ModelManifest.FORMAT) || !manifest.kind().equals(ModelManifest.SCORECARD)) {
            throw new ModelIntegrityException(
                    Reason.MANIFEST_MALFORMED, "expected a scorecard of format " + ModelManifest.FORMAT);
        }
        if (!manifest.name().equals(ref.name()) || !manifest.version().equals(ref.version())) {
            throw new ModelIntegrityException(Reason.NAME_MISMATCH, "expected the manifest of " + ref);
        }
        if (!manifest.target().id().equals(ModelManifest.TARGET)) {
            throw new ModelIntegrityException(Reason.TARGET_REFUSED, "expected the target " + ModelManifest.TARGET);
        }
    }

    private static byte[] verifyFiles(ModelRef ref, ModelManifest manifest, ModelFiles files)
            throws ModelIntegrityException {
        Optional<byte[]> model = Optional.empty();
        Set<String> listed = new HashSet<>(Set.of(ReleasedModels.MANIFEST, ReleasedModels.SIGNATURE));
        for (FileEntry entry : manifest.files()) {
            byte[] bytes = verifyFile(ref, entry, files);
            listed.add(entry.name());
            model = entry.name().equals(ReleasedModels.MODEL) ? Optional.of(bytes) : model;
        }
        Set<String> found = files.names(ref).orElse(listed);
        for (String name : found) {
            if (!listed.contains(name)) {
                throw new ModelIntegrityException(Reason.FILE_UNLISTED, "a file that the manifest does not list");
            }
        }
        return model.orElseThrow(
                () -> new ModelIntegrityException(Reason.MANIFEST_MALFORMED, "the manifest does not list a model"));
    }

    private static byte[] verifyFile(ModelRef ref, FileEntry entry, ModelFiles files) throws ModelIntegrityException {
        if (!entry.name().matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new ModelIntegrityException(Reason.MANIFEST_MALFORMED, "expected plain file names");
        }
        byte[] bytes = files.read(ref, entry.name(), MODEL_BYTES);
        if (bytes.length != entry.bytes() || !ModelDigest.of(bytes).value().equals(entry.sha256())) {
            throw new ModelIntegrityException(
                    Reason.DIGEST_MISMATCH, entry.name() + " is not the file that was signed");
        }
        return bytes;
    }

    private void checkFeature(FeatureDefinition feature) throws ModelIntegrityException {
        Indicator indicator = catalogue
                .find(feature.indicator())
                .orElseThrow(() -> new ModelIntegrityException(
                        Reason.INDICATOR_UNKNOWN, feature.indicator() + " is not in the catalogue"));
        if (!indicator.mayBeInput()) {
            throw new ModelIntegrityException(
                    Reason.INDICATOR_NOT_OPEN,
                    feature.indicator() + " is "
                            + indicator.availability().id() + " in the unit \"" + indicator.unit()
                            + "\": no input of a model");
        }
        if (!feature.keepsItsDirection()) {
            throw new ModelIntegrityException(
                    Reason.DIRECTION_BROKEN, feature.indicator() + " has a weight against its direction");
        }
    }

    private static void checkCalibration(ModelManifest manifest) throws ModelIntegrityException {
        double before = 0;
        boolean joined = true;
        for (Frequency band : manifest.frequencies()) {
            joined &= band.from() >= before && band.to() <= 1;
            before = band.to();
        }
        if (!joined || !manifest.calibration().calibration().isMonotone()) {
            throw new ModelIntegrityException(
                    Reason.CALIBRATION_NOT_MONOTONE, "expected probabilities that never fall as the value rises");
        }
    }
}
