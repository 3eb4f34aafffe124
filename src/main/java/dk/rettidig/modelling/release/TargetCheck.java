package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ReleasedModels;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the candidate is what it says: trained for need and nothing else, and the same bytes when its settings are trained
 * again on rows that the gate reads. Whoever learned from something else cannot pass the second.
 */
final class TargetCheck implements GateCheck {

    @Override
    public String name() {
        return "target and reproduction";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        ModelManifest manifest = subject.candidate().manifest();
        boolean need = manifest.target().id().equals(ModelManifest.TARGET)
                && subject.candidate().settings().target().equals(ModelManifest.TARGET);
        return List.of(
                new Measured("target_is_need", need ? 1 : 0, manifest.target().id()),
                loads(subject),
                reproduced(subject));
    }

    /** Everything that a score, its words and its papers are made of; of provenance only the rows, for it names the JDK too. */
    private static String differing(Candidate again, Candidate candidate) {
        List<String> files =
                List.of(ReleasedModels.MODEL, ReleasedModels.CARD, ReleasedModels.POINTS, ReleasedModels.EVALUATION);
        for (String file : files) {
            if (!Arrays.equals(again.files().get(file), candidate.files().get(file))) {
                return file + " differs when it is trained again";
            }
        }
        ModelManifest made = again.manifest();
        ModelManifest given = candidate.manifest();
        boolean words = made.bias() == given.bias()
                && made.features().equals(given.features())
                && made.calibration().equals(given.calibration())
                && made.frequencies().equals(given.frequencies())
                && made.abstention().equals(given.abstention())
                && made.provenance().path("inputs").equals(given.provenance().path("inputs"));
        return words ? "" : "the manifest differs when it is trained again";
    }

    private static Measured loads(Subject subject) {
        try {
            ReleasedModels.checkCandidate(
                    subject.candidate().manifest(),
                    subject.candidate().files().getOrDefault(ReleasedModels.MODEL, new byte[0]),
                    subject.retraining().catalogue());
            return Measured.of("loads", 1);
        } catch (ModelIntegrityException e) {
            return new Measured("loads", 0, e.reason() + ": " + e.getMessage());
        }
    }

    private static Measured reproduced(Subject subject) {
        try {
            Candidate again = subject.retraining()
                    .train(subject.candidate().settings(), subject.retraining().data());
            String differing = differing(again, subject.candidate());
            return new Measured("reproduced", differing.isEmpty() ? 1 : 0, differing);
        } catch (ModellingFault fault) {
            return new Measured("reproduced", 0, fault.errorCode().code());
        }
    }
}
