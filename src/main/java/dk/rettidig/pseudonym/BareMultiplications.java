package dk.rettidig.pseudonym;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The scalar multiplications that a person's pseudonym cannot do without, and nothing else: what {@code bench pseudonymise} is
 * held against. By Bouncy Castle as it comes: scalars are not split, the weighted sums of the proofs are its own
 * multi-scalar multiplication over a whole batch, nothing is hashed, read, written, normalised or proven.
 */
public final class BareMultiplications {

    /** Multiplications by a secret of each person: to blind, to evaluate, to unblind. */
    public static final int SECRET = 3;

    /** Shares of each person in a sum with public weights: the authority's proof has one, its verification two. */
    public static final int SHARES = 3;

    private final List<Batch> batches;

    private BareMultiplications(List<Batch> batches) {
        this.batches = batches;
    }

    /** A batch: the points that each side of the protocol holds, and scalars. */
    private static final class Batch {

        private final ECPoint[] inputs;
        private final ECPoint[] blinded;
        private final ECPoint[] received;
        private final ECPoint[] evaluated;
        private final BigInteger[] scalars;

        private Batch(int persons, SecureRandom random) {
            this.inputs = randomPoints(persons, random);
            this.blinded = randomPoints(persons, random);
            this.received = randomPoints(persons, random);
            this.evaluated = randomPoints(persons, random);
            this.scalars = randomScalars(persons);
        }

        /** Some bits of the results, so that none of the work can be left out. */
        private int multiply() {
            int bits = 0;
            for (ECPoint[] each : List.of(inputs, received, evaluated)) {
                for (int i = 0; i < each.length; i++) {
                    bits ^= each[i].multiply(scalars[i]).getXCoord().hashCode();
                }
            }
            for (ECPoint[] each : List.of(received, blinded, evaluated)) {
                bits ^= ECAlgorithms.sumOfMultiplies(each, scalars).getXCoord().hashCode();
            }
            return bits;
        }
    }

    /** Makes the points and scalars, which is not part of the work. */
    public static BareMultiplications prepared(int persons) {
        SecureRandom random = new SecureRandom();
        List<Batch> batches = new ArrayList<>();
        for (int left = persons; left > 0; left -= Blinding.LARGEST_BATCH) {
            batches.add(new Batch(Math.min(left, Blinding.LARGEST_BATCH), random));
        }
        return new BareMultiplications(batches);
    }

    /** Multiplies, once: a point keeps its table for the next time. Returns some bits of the results. */
    public int multiply(int threads) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            int bits = 0;
            for (Future<Integer> done : pool.invokeAll(batches.stream()
                    .<Callable<Integer>>map(batch -> batch::multiply)
                    .toList())) {
                bits ^= done.get();
            }
            return bits;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a multiplication does not fail", failed);
        }
    }

    /** Random points without tables: small multiples of a random point, one inversion for all. */
    private static ECPoint[] randomPoints(int persons, SecureRandom random) {
        ECPoint[] points = new ECPoint[persons];
        ECPoint step = P256.GENERATOR.multiply(new BigInteger(255, random)).normalize();
        ECPoint next = step.twice();
        for (int i = 0; i < persons; i++) {
            points[i] = next;
            next = next.add(step);
        }
        P256.CURVE.normalizeAll(points);
        return points;
    }

    private static BigInteger[] randomScalars(int persons) {
        BigInteger[] scalars = new BigInteger[persons];
        for (int i = 0; i < persons; i++) {
            scalars[i] = SecretScalar.random().value();
        }
        return scalars;
    }
}
