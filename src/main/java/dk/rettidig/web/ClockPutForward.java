package dk.rettidig.web;

import java.time.Duration;

/** A demonstration's clock was put forward: what is done every hour was due in the hours that went by. */
public record ClockPutForward(Duration forward) {}
