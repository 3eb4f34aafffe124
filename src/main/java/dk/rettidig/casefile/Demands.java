package dk.rettidig.casefile;

import dk.rettidig.casefile.CaseHistory.Span;
import dk.rettidig.casefile.CaseHistory.Spans;
import dk.rettidig.law.CaseRule.Demand;
import dk.rettidig.law.CaseRule.Selector;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what one event demands is on record. */
final class Demands {

    private final Map<String, String> periods;
    private final DeadlineRegister deadlines;
    private final DeadlineEngine engine;

    Demands(Map<String, String> periods, DeadlineRegister deadlines, DeadlineEngine engine) {
        this.periods = periods;
        this.deadlines = deadlines;
        this.engine = engine;
    }

    Finding judge(Asked asked) {
        return switch (asked.rule().demand()) {
            case Demand.Recorded demand -> recorded(asked, demand);
            case Demand.Within demand -> within(asked, demand);
            case Demand.Before demand -> before(asked, demand);
            case Demand.Repeated demand -> repeated(asked, demand);
        };
    }

    private static Finding recorded(Asked asked, Demand.Recorded demand) {
        return first(asked, demand.events(), asked.on())
                .map(done -> Finding.met(asked.rule(), asked.on(), Optional.empty(), done))
                .orElseGet(() -> Finding.open(asked.rule(), asked.on(), Optional.empty()));
    }

    private Finding within(Asked asked, Demand.Within demand) {
        Optional<LocalDate> from = demand.from()
                .map(event -> asked.history().latest(event, asked.on()).map(CaseEvent::day))
                .orElseGet(() -> Optional.of(asked.on()));
        if (from.isEmpty()) {
            return asked.undecidable(demand.from().orElseThrow());
        }
        LocalDate due = last(demand.deadline(), from.get());
        if (demand.orEndOf().isPresent()) {
            Spans beside = spans(asked, demand.orEndOf().get());
            if (beside.loose().isPresent()) {
                return asked.undecidable(demand.orEndOf().get());
            }
            due = earlier(due, beside, asked.on());
        }
        return demand.whileRunning() ? whileRunning(asked, demand, due) : by(asked, demand, from.get(), due);
    }

    private static Finding by(Asked asked, Demand.Within demand, LocalDate from, LocalDate due) {
        if (demand.earlier()) {
            Optional<LocalDate> before = newest(asked, demand.events(), LocalDate.MIN);
            if (before.isPresent()) {
                return Finding.met(asked.rule(), asked.on(), Optional.of(due), before.get());
            }
        }
        return asked.judged(due, first(asked, demand.events(), from));
    }

    /** The deadline, or the end of a period that already ran on the day and ended before it. */
    private static LocalDate earlier(LocalDate due, Spans beside, LocalDate on) {
        return beside.from(on)
                .flatMap(Span::end)
                .filter(end -> end.isAfter(on) && end.isBefore(due))
                .orElse(due);
    }

    /** What is done on the very day on which the period begins was done about something before it. */
    private Finding whileRunning(Asked asked, Demand.Within demand, LocalDate due) {
        Spans spans = spans(asked, asked.event().event());
        if (spans.loose().isPresent()) {
            return asked.undecidable(asked.event().event());
        }
        Optional<LocalDate> done = first(asked, demand.events(), asked.on().plusDays(1));
        Optional<LocalDate> end = spans.from(asked.on()).flatMap(Span::end).filter(last -> !last.isAfter(due));
        return end.isPresent() && done.filter(day -> !day.isAfter(end.get())).isEmpty()
                ? asked.notApplicable()
                : asked.judged(due, done);
    }

    private Finding before(Asked asked, Demand.Before demand) {
        LocalDate least = LocalDate.MIN;
        if (demand.since().isPresent()) {
            String since = demand.since().get();
            Optional<CaseEvent> start = asked.history().latest(since, asked.on());
            if (start.isEmpty() || spans(asked, since).loose().isPresent()) {
                return asked.undecidable(since);
            }
            least = start.get().day();
        }
        if (demand.sincePrevious()) {
            least = asked.history().days(asked.rule().on()).stream()
                    .filter(day -> day.isBefore(asked.on()))
                    .reduce((first, second) -> second)
                    .map(day -> day.plusDays(1))
                    .orElse(least);
        }
        return newest(asked, demand.events(), least)
                .map(done -> Finding.met(asked.rule(), asked.on(), Optional.of(asked.on()), done))
                .orElseGet(() -> Finding.breached(
                        asked.rule(), asked.on(), asked.on(), first(asked, demand.events(), asked.on())));
    }

    private Finding repeated(Asked asked, Demand.Repeated demand) {
        Spans spans = spans(asked, asked.event().event());
        if (spans.loose().isPresent()) {
            return asked.undecidable(asked.event().event());
        }
        Optional<LocalDate> end = spans.from(asked.on()).flatMap(Span::end);
        List<LocalDate> held = asked.history().days(demand.events()).stream()
                .filter(day -> day.isAfter(asked.on()))
                .filter(day -> end.filter(day::isAfter).isEmpty())
                .toList();
        if (held.isEmpty()) {
            return asked.notApplicable();
        }
        LocalDate due = last(demand.deadline(), held.getLast());
        if (end.orElse(asked.asOf()).isAfter(due)) {
            return Finding.breached(asked.rule(), asked.on(), due, Optional.empty());
        }
        return late(asked, demand, held)
                .orElseGet(() -> end.isPresent()
                        ? Finding.met(asked.rule(), asked.on(), Optional.of(due), held.getLast())
                        : Finding.open(asked.rule(), asked.on(), Optional.of(due)));
    }

    /** The newest time that it was done too late after the time before. */
    private Optional<Finding> late(Asked asked, Demand.Repeated demand, List<LocalDate> held) {
        Optional<Finding> late = Optional.empty();
        for (int i = 1; i < held.size(); i++) {
            LocalDate due = last(demand.deadline(), held.get(i - 1));
            if (held.get(i).isAfter(due)) {
                late = Optional.of(Finding.breached(asked.rule(), asked.on(), due, Optional.of(held.get(i))));
            }
        }
        return late;
    }

    private Spans spans(Asked asked, String start) {
        return asked.history().spans(start, periods);
    }

    private LocalDate last(String deadline, LocalDate from) {
        return deadlines
                .find(deadline)
                .flatMap(found -> engine.due(found, from))
                .filter(Due.OnDay.class::isInstance)
                .map(due -> ((Due.OnDay) due).last())
                .orElseThrow(
                        () -> new IllegalStateException("the policy set was checked: " + deadline + " is in days"));
    }

    private static Optional<LocalDate> first(Asked asked, List<Selector> events, LocalDate least) {
        return asked.history().days(events).stream()
                .filter(day -> !day.isBefore(least))
                .findFirst();
    }

    private static Optional<LocalDate> newest(Asked asked, List<Selector> events, LocalDate least) {
        return asked.history().days(events).stream()
                .filter(day -> !day.isBefore(least) && !day.isAfter(asked.on()))
                .reduce((first, second) -> second);
    }
}
