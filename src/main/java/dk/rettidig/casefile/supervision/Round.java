package dk.rettidig.casefile.supervision;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.merkle.Hash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A round of supervision: a frame of cases, and the sample that is drawn from it.
 *
 * @param source who made the frame
 * @param cases in the frame
 * @param sample cases to draw
 * @param root over the tickets of the frame
 * @param opensAt the moment chosen beforehand, after which the draw is called
 * @param drawn empty until then
 */
public record Round(
        UUID id,
        MunicipalityCode municipality,
        DrawnFrom drawnFrom,
        FrameSource source,
        int cases,
        int sample,
        Hash root,
        Instant opensAt,
        Instant committedAt,
        Optional<Drawn> drawn) {

    /** When it was drawn, and by which seed. */
    public record Drawn(Instant at, Hash seed) {}
}
