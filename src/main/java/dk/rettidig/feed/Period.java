package dk.rettidig.feed;

import java.time.LocalDate;

/** The days a delivery is about, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after the day it begins");
        }
    }
}
