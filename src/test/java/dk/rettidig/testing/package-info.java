/** What tests share: a real PostgreSQL for all {@code @QuarkusTest}s. */
@NullMarked
package dk.rettidig.testing;

import org.jspecify.annotations.NullMarked;
