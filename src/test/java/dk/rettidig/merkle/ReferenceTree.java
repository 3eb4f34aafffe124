package dk.rettidig.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The definition of RFC 6962 section 2.1 word for word, slow and without any cleverness, to hold the rest against. */
final class ReferenceTree implements NodeReader {

    private final List<Hash> leaves;

    ReferenceTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static ReferenceTree random(int size, long seed) {
        Random random = new Random(seed);
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] bytes = new byte[Hash.LENGTH];
            random.nextBytes(bytes);
            leaves.add(Hash.of(bytes));
        }
        return new ReferenceTree(leaves);
    }

    Hash leaf(long index) {
        return leaves.get(Math.toIntExact(index));
    }

    List<Hash> leaves() {
        return leaves;
    }

    Hash root(int size) {
        return root(leaves.subList(0, size));
    }

    private static Hash root(List<Hash> part) {
        if (part.isEmpty()) {
            return TreeHasher.emptyRoot();
        }
        if (part.size() == 1) {
            return part.getFirst();
        }
        int split = 1;
        while (split * 2 < part.size()) {
            split *= 2;
        }
        return new TreeHasher().node(root(part.subList(0, split)), root(part.subList(split, part.size())));
    }

    @Override
    public Hash node(int level, long index) {
        int width = 1 << level;
        int start = Math.toIntExact(index * width);
        return root(leaves.subList(start, start + width));
    }
}
