package dk.rettidig.flag;

import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.AbstentionReason;
import dk.rettidig.scoring.BinCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the model said of everybody in a run, held in memory for as long as the run lasts: of each child whether the model
 * abstained, and a set of those above the threshold. Probabilities are gone when it is made.
 */
final class Calculation {

    /** Children a thread makes leaves of at a time. */
    private static final int SLICE = 1 << 15;

    private final ScopeTable table;
    private final byte[] abstentions;
    private final BitSet above;
    private final BinCounts bins;

    /**
     * @param abstentions one byte a child: 0, or bits for {@link AbstentionReason#ofBits}
     * @param above numbers of the children above the threshold
     * @param bins where the children fell whose values were read
     */
    Calculation(ScopeTable table, byte[] abstentions, BitSet above, BinCounts bins) {
        this.table = table;
        this.abstentions = abstentions;
        this.above = above;
        this.bins = bins;
    }

    /** The children above the threshold, in the order in which they were first read. */
    List<Pseudonym> above() {
        List<Pseudonym> found = new ArrayList<>(above.cardinality());
        for (int child = above.nextSetBit(0); child >= 0; child = above.nextSetBit(child + 1)) {
            found.add(table.children().pseudonym(child));
        }
        return found;
    }

    /** Where the children fell whose values were read. */
    BinCounts bins() {
        return bins;
    }

    RunCounts counts(int flagged) {
        int abstained = 0;
        for (byte reasons : abstentions) {
            abstained += reasons == 0 ? 0 : 1;
        }
        int children = abstentions.length;
        return new RunCounts(children, children - abstained, abstained, above.cardinality(), flagged);
    }

    /** How often each reason for abstaining was given. */
    Map<String, Long> reasons() {
        long[] byBits = new long[1 << Byte.SIZE];
        for (byte reasons : abstentions) {
            byBits[Byte.toUnsignedInt(reasons)]++;
        }
        Map<String, Long> counts = new TreeMap<>();
        for (int bits = 1; bits < byBits.length; bits++) {
            if (byBits[bits] > 0) {
                for (AbstentionReason reason : AbstentionReason.ofBits((byte) bits)) {
                    counts.merge(reason.id(), byBits[bits], Long::sum);
                }
            }
        }
        return counts;
    }

    /** Children without a calculation by reason and age band. */
    AbstentionCounts abstentions() {
        Map<String, Map<Integer, Long>> counts = new TreeMap<>();
        for (int child = 0; child < abstentions.length; child++) {
            if (abstentions[child] != 0) {
                int band = table.ageBand(child);
                counts.computeIfAbsent(AbstentionCounts.ALL, _ -> new TreeMap<>())
                        .merge(band, 1L, Long::sum);
                for (AbstentionReason reason : AbstentionReason.ofBits(abstentions[child])) {
                    counts.computeIfAbsent(reason.id(), _ -> new TreeMap<>()).merge(band, 1L, Long::sum);
                }
            }
        }
        return new AbstentionCounts(counts);
    }

    /**
     * Children by age band and outcome.
     *
     * @param flagged numbers of the children a flag is raised for
     */
    Map<Integer, Map<String, Long>> byAgeBand(BitSet flagged) {
        Map<Integer, Map<String, Long>> counts = new TreeMap<>();
        for (int child = 0; child < abstentions.length; child++) {
            counts.computeIfAbsent(table.ageBand(child), _ -> new TreeMap<>())
                    .merge(outcome(child, flagged), 1L, Long::sum);
        }
        return counts;
    }

    private String outcome(int child, BitSet flagged) {
        if (flagged.get(child)) {
            return "flagged";
        }
        if (abstentions[child] != 0) {
            return "abstained";
        }
        return above.get(child) ? "unmet" : "scored";
    }

    /** The numbers of children. */
    BitSet numbers(List<Pseudonym> children) {
        BitSet numbers = new BitSet(abstentions.length);
        children.forEach(child -> numbers.set(table.children().find(child)));
        return numbers;
    }

    /** Everybody's membership under a salt, made on all cores. */
    Membership membership(RunSalt salt, BitSet flagged) {
        byte[] leaves = new byte[Math.multiplyExact(abstentions.length, Hash.LENGTH)];
        IntStream.range(0, Math.ceilDiv(abstentions.length, SLICE))
                .parallel()
                .forEach(slice -> leaves(salt, flagged, leaves, slice));
        return Membership.sorting(leaves);
    }

    private void leaves(RunSalt salt, BitSet flagged, byte[] leaves, int slice) {
        MemberLeaves maker = new MemberLeaves(salt);
        byte[] pseudonym = new byte[Pseudonym.LENGTH];
        int end = Math.min(abstentions.length, (slice + 1) * SLICE);
        for (int child = slice * SLICE; child < end; child++) {
            table.children().copyTo(child, pseudonym);
            maker.leaf(pseudonym, status(child, flagged), leaves, child * Hash.LENGTH);
        }
    }

    private MemberStatus status(int child, BitSet flagged) {
        if (flagged.get(child)) {
            return MemberStatus.FLAGGED;
        }
        return abstentions[child] == 0 ? MemberStatus.SCORED : MemberStatus.ABSTAINED;
    }

    @Override
    public String toString() {
        return "Calculation[" + abstentions.length + "]";
    }
}
