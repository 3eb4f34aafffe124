/**
 * The caseworker's side of a flag: facts without weight, an own professional view that is sealed per flag and person, only
 * then the strength, and at last an outcome, which is a person's. Nothing here knows who a child is; the case file is
 * looked up in the municipality's case system. Before the seal nothing that leaves this package depends on strength.
 */
@NullMarked
package dk.rettidig.review;

import org.jspecify.annotations.NullMarked;
