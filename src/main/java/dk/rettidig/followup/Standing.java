package dk.rettidig.followup;

import dk.rettidig.law.FollowUpDefinition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a definition says of one child: plain arithmetic over what is on record ({@code policies/follow-up.yaml}). */
final class Standing {

    private Standing() {}

    /** How a child stands in a year. */
    enum InYear {
        NOT_COUNTED,
        /** Nothing is registered. That is not the absence of help. */
        NO_MEASURE,
        /** A measure is registered, and not which. */
        UNCLEAR,
        MEASURE
    }

    /** Why the child is counted by the notifications; empty when it is not. */
    static Set<Reason> reasons(FollowUpDefinition definition, Collection<Notice> notices) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (count(definition, notices) >= definition.repeated()) {
            reasons.add(Reason.REPEATED);
        }
        if (notices.stream().anyMatch(notice -> grave(definition, notice))) {
            reasons.add(Reason.GRAVE);
        }
        return definition.both() && reasons.size() < Reason.values().length ? Set.of() : Set.copyOf(reasons);
    }

    /** How many notifications, or incidents, the definition counts. */
    static int count(FollowUpDefinition definition, Collection<Notice> notices) {
        return switch (definition.counted()) {
            case NOTIFICATIONS -> notices.size();
            case INCIDENTS ->
                (int) notices.stream().map(Notice::incident).distinct().count();
        };
    }

    private static boolean grave(FollowUpDefinition definition, Notice notice) {
        return notice.causes().stream().anyMatch(definition.graveCauses()::contains)
                || notice.marks().stream().anyMatch(definition.graveMarks()::contains);
    }

    /** The notifications that the list counts: from so many months before the newest, that day itself left out. */
    static List<Notice> recent(Collection<Notice> notices, int months) {
        Optional<LocalDate> newest = notices.stream().map(Notice::day).max(Comparator.naturalOrder());
        return newest.map(day -> notices.stream()
                        .filter(notice -> notice.day().isAfter(day.minusMonths(months)))
                        .toList())
                .orElse(List.of());
    }

    /**
     * The measure that takes a child off the list: one that has begun and did not end before the newest notification. The
     * latest, where there are several.
     */
    static Optional<Measure> answering(
            FollowUpDefinition definition, Collection<Measure> measures, LocalDate newest, LocalDate today) {
        return measures.stream()
                .filter(measure -> definition.measures().contains(measure.kind()))
                .filter(measure -> !measure.from().isAfter(today) && measure.within(newest, today.plusYears(1)))
                .max(Comparator.comparing(Measure::from).thenComparing(Measure::kind));
    }

    /** How the child stands in a year. */
    static InYear inYear(
            FollowUpDefinition definition, Collection<Notice> notices, Collection<Measure> measures, int year) {
        List<Notice> ofYear = notices.stream()
                .filter(notice -> notice.day().getYear() == year)
                .toList();
        if (reasons(definition, ofYear).isEmpty()) {
            return InYear.NOT_COUNTED;
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = first.plusYears(1L + definition.yearsAfter()).minusDays(1);
        List<Measure> counted =
                measures.stream().filter(measure -> measure.within(first, last)).toList();
        if (counted.stream().anyMatch(measure -> definition.measures().contains(measure.kind()))) {
            return InYear.MEASURE;
        }
        return counted.stream().anyMatch(measure -> definition.unclear().contains(measure.kind()))
                ? InYear.UNCLEAR
                : InYear.NO_MEASURE;
    }
}
