/**
 * The municipality's guidelines from the first concern to the decision on an assessment: a register of who owns them and when they
 * are looked at again, a self-check against the attention points of the policy set, and what is missing (docs/guidelines.md).
 * Nothing about any person: owners are functions, and who changed what stands in the ledger alone.
 */
@NullMarked
package dk.rettidig.guideline;

import org.jspecify.annotations.NullMarked;
