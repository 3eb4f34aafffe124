package dk.rettidig.casefile;

import dk.rettidig.law.CaseRule;
import java.time.LocalDate;
import java.util.Optional;

/** A demand that one event made, and the history as of the day that is asked about. */
record Asked(CaseRule rule, CaseEvent event, CaseHistory history, LocalDate asOf) {

    LocalDate on() {
        return event.day();
    }

    Finding undecidable(String missing) {
        return Finding.undecidable(rule, Optional.of(on()), missing);
    }

    Finding notApplicable() {
        return Finding.notApplicable(rule, Optional.of(on()));
    }

    Finding judged(LocalDate due, Optional<LocalDate> done) {
        if (done.filter(day -> !day.isAfter(due)).isPresent()) {
            return Finding.met(rule, on(), Optional.of(due), done.get());
        }
        return done.isPresent() || asOf.isAfter(due)
                ? Finding.breached(rule, on(), due, done)
                : Finding.open(rule, on(), Optional.of(due));
    }
}
