/**
 * What becomes of a model in use: drift of inputs and calculated values, limits that pause flagging by themselves, named
 * people who resume, withdrawal (ADR 0121, docs/monitoring.md). Keeps aggregates of whole runs and nothing about a child.
 */
@NullMarked
package dk.rettidig.monitoring;

import org.jspecify.annotations.NullMarked;
