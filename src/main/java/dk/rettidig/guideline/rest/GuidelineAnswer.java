package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.Guideline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guideline as JSON: its newest version, and all versions newest first. */
@Schema(name = "Guideline")
record GuidelineAnswer(UUID id, Version current, List<Version> versions) {

    /**
     * One version.
     *
     * @param owner a function; absent when nobody owns it
     */
    @Schema(name = "GuidelineVersion")
    record Version(
            int version,
            String title,
            List<String> points,
            Optional<String> owner,
            String edition,
            String kept,
            Optional<LocalDate> inForceFrom,
            Optional<LocalDate> reviewBy,
            String state,
            String because,
            Instant changedAt) {

        static Version of(Guideline guideline) {
            return new Version(
                    guideline.version(),
                    guideline.title(),
                    guideline.points(),
                    guideline.owner(),
                    guideline.edition(),
                    guideline.kept(),
                    guideline.inForceFrom(),
                    guideline.reviewBy(),
                    guideline.state().id(),
                    guideline.because().text(),
                    guideline.changedAt());
        }
    }

    static GuidelineAnswer of(List<Guideline> versions) {
        List<Version> all = versions.stream().map(Version::of).toList();
        return new GuidelineAnswer(versions.getFirst().id().value(), all.getFirst(), all);
    }
}
