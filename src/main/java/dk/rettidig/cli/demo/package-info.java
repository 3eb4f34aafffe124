/**
 * {@code ./rettidig demo}: the main job on synthetic data, over HTTP as every client does it. Uses no way into the
 * service that others have not, but that it puts the demonstration's clock forward.
 */
@NullMarked
package dk.rettidig.cli.demo;

import org.jspecify.annotations.NullMarked;
