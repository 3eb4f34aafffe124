/**
 * {@code policy check}, {@code policy explain} and {@code policy replay}: the rules without the service. None of them
 * starts Quarkus or needs a database.
 */
@NullMarked
package dk.rettidig.cli.policy;

import org.jspecify.annotations.NullMarked;
