package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.ModelIntegrityException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A historical points list, kept so that an evaluation on synthetic data can show what it was worth. It has no calibration,
 * no legal basis and no validation; no run may use it, and {@link ReleasedModels} refuses it by its kind.
 */
public record PointsBaseline(
        String format, String kind, String name, String version, String note, List<Points> points) {

    /** The {@code kind} of a manifest that only an evaluation may read. */
    public static final String KIND = "points-baseline";

    public PointsBaseline {
        points = List.copyOf(points);
        if (!KIND.equals(kind)) {
            throw new IllegalArgumentException("a baseline's kind is " + KIND);
        }
    }

    /**
     * Points for a fact.
     *
     * @param indicator blocked or disabled in the catalogue; read from synthetic truth only
     * @param points for each unit of the indicator's value
     * @param source where the figure was published, and whether sources disagree
     */
    public record Points(IndicatorId indicator, int points, String source) {}

    /** Reads a packaged baseline for an evaluation on synthetic data. */
    public static PointsBaseline forEvaluation(ModelRef ref) throws ModelIntegrityException {
        String path = "models/" + ref + "/" + ReleasedModels.MANIFEST;
        try (InputStream stream = PointsBaseline.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new ModelIntegrityException(Reason.FILE_MISSING, "there is no such baseline");
            }
            return ManifestYaml.read(stream.readAllBytes(), PointsBaseline.class);
        } catch (IOException e) {
            throw new ModelIntegrityException(Reason.MANIFEST_MALFORMED, "the baseline's manifest cannot be read", e);
        }
    }
}
