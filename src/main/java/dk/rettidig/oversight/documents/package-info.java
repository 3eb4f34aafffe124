/**
 * Documents that the law asks for, made from the running configuration instead of written: the policy set in force, the
 * release offered for runs with its evidence, and the roles. What only a municipality or a provider knows is marked as an
 * open question and never made up. The committed ones are in {@code docs/generated/}; a test holds them against what runs.
 */
@NullMarked
package dk.rettidig.oversight.documents;

import org.jspecify.annotations.NullMarked;
