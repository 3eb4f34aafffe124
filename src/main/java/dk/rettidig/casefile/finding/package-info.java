/**
 * What the records of cases do not show in time: found once a day from the delivered case events, kept with first seen and
 * resolved days, shown to the central unit, counted by rule, unit and month (ADR 0130, docs/case-findings.md). The absence of
 * a record is not the absence of help.
 */
@NullMarked
package dk.rettidig.casefile.finding;

import org.jspecify.annotations.NullMarked;
