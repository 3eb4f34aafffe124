package dk.rettidig.casefile.supervision;

import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is to be done about the faults against one rule; the next round tests whether it helped.
 *
 * @param rule the id of the rule
 * @param by the function that does it, never a person's name; empty in plans from before this was asked
 * @param due the day by which it is done
 */
public record Improvement(String rule, Justification plan, String by, LocalDate due, Instant at) {}
