/**
 * Keys, JWS, authenticated encryption and detached signatures. The only feature besides {@code checkpoint} and\n * {@code pseudonym} that may use Bouncy Castle. Key material never appears in {@code toString}, logs or errors.
 */
@NullMarked
package dk.rettidig.seal;

import org.jspecify.annotations.NullMarked;
