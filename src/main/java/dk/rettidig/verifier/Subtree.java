package dk.rettidig.verifier;

import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TreeHasher;

/** The root over a power of two of hashes that lie side by side. */
final class Subtree {

    private Subtree() {}

    /** Folds pairs until one is left (RFC 6962 section 2.1); leaves the hashes alone. */
    static Hash root(TreeHasher hasher, byte[] hashes) {
        byte[] nodes = hashes.clone();
        for (int width = nodes.length / Hash.LENGTH; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                hasher.node(nodes, i * Hash.LENGTH, nodes, i / 2 * Hash.LENGTH);
            }
        }
        return Hash.of(nodes, 0, Hash.LENGTH);
    }
}
