/**
 * {@code ./rettidig demo}: the main job on synthetic data, over HTTP as every client does it. Uses no way into the\n * service that others have not.
 */
@NullMarked
package dk.rettidig.cli.demo;

import org.jspecify.annotations.NullMarked;
