package dk.rettidig.guideline;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wrote of a guideline; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param points ids of attention points
 * @param owner may be empty: then that shows as missing
 * @param inForceFrom ISO date, or empty
 * @param reviewBy ISO date, or empty: then that shows as missing
 */
public record GuidelineDraft(
        String title,
        List<String> points,
        String owner,
        String edition,
        String kept,
        String inForceFrom,
        String reviewBy,
        String state,
        String because) {

    private static final Line TITLE = new Line("title", 5, 200, GuidelineErrorCode.TITLE_INVALID);
    private static final Line OWNER = new Line("owner", 3, 100, GuidelineErrorCode.OWNER_INVALID);
    private static final Line EDITION = new Line("edition", 1, 40, GuidelineErrorCode.EDITION_INVALID);
    private static final Line KEPT = new Line("kept", 3, 300, GuidelineErrorCode.KEPT_INVALID);

    /** Nothing written yet. */
    public static final GuidelineDraft NOTHING = new GuidelineDraft("", List.of(), "", "", "", "", "", "", "");

    public GuidelineDraft {
        points = List.copyOf(points);
    }

    @Override
    public String toString() {
        return "GuidelineDraft[hidden]";
    }

    /** Which version of which guideline this becomes. */
    record Place(GuidelineId id, MunicipalityCode municipality, int version) {}

    /** What the form holds of a version that stands; the reason is for the next one to write. */
    public static GuidelineDraft of(Guideline guideline) {
        return new GuidelineDraft(
                guideline.title(),
                guideline.points(),
                guideline.owner().orElse(""),
                guideline.edition(),
                guideline.kept(),
                guideline.inForceFrom().map(LocalDate::toString).orElse(""),
                guideline.reviewBy().map(LocalDate::toString).orElse(""),
                guideline.state().id(),
                "");
    }

    /**
     * Reads all fields.
     *
     * @throws GuidelineFault {@code guideline_input_invalid} with every field that is wrong
     */
    Guideline read(GuidelinePointRegister register, Place place, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        String readTitle = TITLE.read(title, problems);
        List<String> covered = covered(register, problems);
        Optional<String> readOwner = owner(problems);
        String readEdition = EDITION.read(edition, problems);
        String readKept = KEPT.read(kept, problems);
        Optional<GuidelineState> readState = GuidelineState.parse(state);
        if (readState.isEmpty()) {
            problems.add(new FieldError("state", GuidelineErrorCode.STATE_UNKNOWN));
        }
        Optional<LocalDate> from = from(readState, problems);
        Optional<LocalDate> review = review(from, problems);
        Justification.problem(because).ifPresent(problem -> problems.add(new FieldError("because", problem)));
        if (!problems.isEmpty()) {
            throw GuidelineFault.invalid(problems);
        }
        return new Guideline(
                place.id(),
                place.municipality(),
                place.version(),
                readTitle,
                covered,
                readOwner,
                readEdition,
                readKept,
                from,
                review,
                readState.orElseThrow(),
                new Justification(because),
                now);
    }

    private List<String> covered(GuidelinePointRegister register, List<FieldError> problems) {
        Set<String> unknown = new HashSet<>(points);
        List<String> covered = register.points().stream()
                .map(GuidelinePoint::id)
                .filter(unknown::remove)
                .toList();
        if (covered.isEmpty() || !unknown.isEmpty()) {
            problems.add(new FieldError("points", GuidelineErrorCode.POINT_UNKNOWN));
        }
        return covered;
    }

    private Optional<String> owner(List<FieldError> problems) {
        if (owner.isBlank()) {
            return Optional.empty();
        }
        String read = OWNER.read(owner, problems);
        if (read.indexOf('@') >= 0) {
            problems.add(new FieldError("owner", GuidelineErrorCode.OWNER_INVALID));
        }
        return Optional.of(read);
    }

    private Optional<LocalDate> from(Optional<GuidelineState> readState, List<FieldError> problems) {
        Optional<LocalDate> from = Line.day("in_force_from", inForceFrom, GuidelineErrorCode.DAY_INVALID, problems);
        if (inForceFrom.isBlank()
                && readState.filter(GuidelineState.IN_FORCE::equals).isPresent()) {
            problems.add(new FieldError("in_force_from", GuidelineErrorCode.FROM_MISSING));
        }
        return from;
    }

    private Optional<LocalDate> review(Optional<LocalDate> from, List<FieldError> problems) {
        Optional<LocalDate> review = Line.day("review_by", reviewBy, GuidelineErrorCode.DAY_INVALID, problems);
        if (review.isPresent() && from.filter(review.get()::isBefore).isPresent()) {
            problems.add(new FieldError("review_by", GuidelineErrorCode.REVIEW_BEFORE_FORCE));
        }
        return review;
    }
}
