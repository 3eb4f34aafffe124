package dk.rettidig.casefile;

import dk.rettidig.law.CaseRule.Selector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the case system has on record about one child, by day. Immutable; each event once. */
public final class CaseHistory {

    private final List<CaseEvent> events;

    private CaseHistory(List<CaseEvent> sorted) {
        this.events = sorted;
    }

    /** The history of these events, in any order. */
    public static CaseHistory of(Collection<CaseEvent> events) {
        return new CaseHistory(events.stream()
                .distinct()
                .sorted(Comparator.comparing(CaseEvent::day)
                        .thenComparing(CaseEvent::event)
                        .thenComparingInt(CaseEvent::code))
                .toList());
    }

    /** A period between two events, by whole days; an end on the first day is one of a day. */
    public record Span(LocalDate start, Optional<LocalDate> end) {

        boolean runsOn(LocalDate day) {
            return !start.isAfter(day) && end.filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    /**
     * The periods of a pair of events.
     *
     * @param loose the first end that no start goes before: which period it ends, and whether one runs, cannot be told
     */
    public record Spans(List<Span> all, Optional<LocalDate> loose) {

        Optional<Span> from(LocalDate start) {
            return all.stream().filter(span -> span.runsOn(start)).reduce((first, second) -> second);
        }
    }

    /** Whether a period of the pair runs on the day. */
    public boolean runs(String start, String end, LocalDate day) {
        return spans(start, Map.of(start, end)).all().stream().anyMatch(span -> span.runsOn(day));
    }

    /** Without what is on record for later days. */
    CaseHistory upTo(LocalDate day) {
        return new CaseHistory(
                events.stream().filter(event -> !event.day().isAfter(day)).toList());
    }

    /** Events that one of the selectors names, each day and kind once, oldest first. */
    List<CaseEvent> triggers(List<Selector> selectors) {
        return matching(selectors)
                .map(event -> new CaseEvent(event.day(), event.event(), 1))
                .distinct()
                .toList();
    }

    /** The days of events that one of the selectors names, each once, oldest first. */
    List<LocalDate> days(List<Selector> selectors) {
        return matching(selectors).map(CaseEvent::day).distinct().toList();
    }

    /** The latest event of the kind on the day or before. */
    public Optional<CaseEvent> latest(String event, LocalDate day) {
        return events.stream()
                .filter(each -> each.event().equals(event) && !each.day().isAfter(day))
                .reduce((first, second) -> second);
    }

    /**
     * The periods of a pair. A start while a period runs goes on with it. An end and a start on one day end the period that
     * runs and begin another, or, when none runs, are a period of that day.
     */
    Spans spans(String start, Map<String, String> pairs) {
        List<LocalDate> starts = days(start);
        List<LocalDate> ends = days(pairs.getOrDefault(start, ""));
        List<Span> spans = new ArrayList<>();
        Optional<LocalDate> open = Optional.empty();
        Optional<LocalDate> loose = Optional.empty();
        for (LocalDate day : Stream.concat(starts.stream(), ends.stream())
                .distinct()
                .sorted()
                .toList()) {
            boolean begins = starts.contains(day);
            if (!ends.contains(day)) {
                open = open.or(() -> Optional.of(day));
            } else if (open.isPresent() || begins) {
                spans.add(new Span(open.orElse(day), Optional.of(day)));
                open = Optional.of(day)
                        .filter(next -> begins && !spans.getLast().start().equals(next));
            } else {
                loose = loose.or(() -> Optional.of(day));
            }
        }
        open.ifPresent(day -> spans.add(new Span(day, Optional.empty())));
        return new Spans(List.copyOf(spans), loose);
    }

    private List<LocalDate> days(String event) {
        return events.stream()
                .filter(each -> each.event().equals(event))
                .map(CaseEvent::day)
                .distinct()
                .toList();
    }

    private Stream<CaseEvent> matching(List<Selector> selectors) {
        return events.stream()
                .filter(event ->
                        selectors.stream().anyMatch(selector -> selector.matches(event.event(), event.code())));
    }

    @Override
    public String toString() {
        return "CaseHistory[" + events.size() + " events]";
    }
}
