package dk.rettidig.guideline;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.text.Justification;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer to an attention point as somebody wrote it; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param guideline the id of the guideline it refers to, or empty
 * @param improveBy ISO date, or empty
 */
public record SelfCheckDraft(String answer, String remark, String guideline, String improveBy) {

    /** Nothing written yet. */
    public static final SelfCheckDraft NOTHING = new SelfCheckDraft("", "", "", "");

    @Override
    public String toString() {
        return "SelfCheckDraft[hidden]";
    }

    /** Which answer to which point this becomes. */
    record Place(MunicipalityCode municipality, String point, int number) {}

    /**
     * Reads all fields.
     *
     * @param onFile the register as it is
     * @throws GuidelineFault {@code guideline_input_invalid} with every field that is wrong
     */
    SelfCheck read(Place place, List<Guideline> onFile, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        Optional<Answer> read = Answer.parse(answer);
        if (read.isEmpty()) {
            problems.add(new FieldError("answer", GuidelineErrorCode.ANSWER_UNKNOWN));
        }
        remarkProblem(read).ifPresent(code -> problems.add(new FieldError("remark", code)));
        Optional<GuidelineId> reference = reference(place.point(), read, onFile, problems);
        Optional<LocalDate> day = improvement(read, LocalDate.ofInstant(now, Due.DENMARK), problems);
        if (!problems.isEmpty()) {
            throw GuidelineFault.invalid(problems);
        }
        return new SelfCheck(
                place.municipality(),
                place.point(),
                place.number(),
                read.orElseThrow(),
                remark.strip(),
                reference,
                day,
                now);
    }

    /** A yes says where it stands, which is enough; whatever else is answered for in words. */
    private Optional<TextErrorCode> remarkProblem(Optional<Answer> read) {
        boolean mayBeShort = read.filter(Answer.YES::equals).isPresent();
        return Justification.problem(remark)
                .filter(problem -> !(mayBeShort && problem == TextErrorCode.TEXT_TOO_SHORT));
    }

    private Optional<GuidelineId> reference(
            String point, Optional<Answer> read, List<Guideline> onFile, List<FieldError> problems) {
        Optional<GuidelineId> found = onFile.stream()
                .filter(each -> each.alive() && each.covers(point))
                .map(Guideline::id)
                .filter(id -> id.toString().equals(guideline.strip()))
                .findFirst();
        boolean needed = !guideline.isBlank() || read.filter(Answer.YES::equals).isPresent();
        if (needed && found.isEmpty()) {
            problems.add(new FieldError("guideline", GuidelineErrorCode.REFERENCE_INVALID));
        }
        return found;
    }

    private Optional<LocalDate> improvement(Optional<Answer> read, LocalDate today, List<FieldError> problems) {
        int before = problems.size();
        Optional<LocalDate> day = Line.day("improve_by", improveBy, GuidelineErrorCode.IMPROVEMENT_INVALID, problems);
        boolean misplaced = read.filter(each -> !each.lacking()).isPresent();
        if (problems.size() == before
                && day.filter(each -> misplaced || each.isBefore(today)).isPresent()) {
            problems.add(new FieldError("improve_by", GuidelineErrorCode.IMPROVEMENT_INVALID));
        }
        return day;
    }
}
