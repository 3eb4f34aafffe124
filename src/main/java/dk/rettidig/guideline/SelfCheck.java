package dk.rettidig.guideline;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.calendar.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person answered to an attention point on a day. A new answer is a new row; none is overwritten.
 *
 * @param point its id in the policy set
 * @param number counted from 1 for each point
 * @param remark blank only where the answer is yes
 * @param guideline what the answer refers to; always there when it is yes
 * @param improveBy when what is lacking is to be better
 */
public record SelfCheck(
        MunicipalityCode municipality,
        String point,
        int number,
        Answer answer,
        String remark,
        Optional<GuidelineId> guideline,
        Optional<LocalDate> improveBy,
        Instant checkedAt) {

    /** The Danish day on which it was answered. */
    public LocalDate day() {
        return LocalDate.ofInstant(checkedAt, Due.DENMARK);
    }

    /** Whether so many months have passed; the day that is exactly so many months later it is not old yet. */
    public boolean old(int months, LocalDate today) {
        return day().plusMonths(months).isBefore(today);
    }

    /** Whether what is lacking has no day by which it is to be better, or one that has passed. */
    public boolean late(LocalDate today) {
        return answer.lacking() && improveBy.filter(day -> !day.isBefore(today)).isEmpty();
    }

    @Override
    public String toString() {
        return "SelfCheck[" + point + " " + number + "]";
    }
}
