package dk.rettidig.casefile.supervision;

import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is to be done about the faults against one rule; the next round tests whether it helped.
 *
 * @param rule the id of the rule
 * @param due the day by which it is done
 */
public record Improvement(String rule, Justification plan, LocalDate due, Instant at) {}
