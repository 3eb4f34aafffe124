/**
 * Keys, JWS, detached signatures, authenticated encryption and keyed hashing. The only feature besides {@code checkpoint}
 * and {@code pseudonym} that may use Bouncy Castle. Key material never appears in {@code toString}, logs or errors; a
 * verifier that meets anything unexpected fails closed with a {@link dk.rettidig.seal.SealException}.
 */
@NullMarked
package dk.rettidig.seal;

import org.jspecify.annotations.NullMarked;
