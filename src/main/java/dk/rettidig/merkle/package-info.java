/**
 * Merkle tree arithmetic of RFC 6962 section 2.1 and exact proof verification of RFC 9162 sections 2.1.3.2 and 2.1.4.2,
 * with the tile addresses of C2SP tlog-tiles. Pure functions and values over hashes: no files, no network, no clock, only
 * the JDK. A proof is right only if its length is exact, its index lies within the tree and nothing is left over.
 */
@NullMarked
package dk.rettidig.merkle;

import org.jspecify.annotations.NullMarked;
