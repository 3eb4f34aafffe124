package dk.rettidig.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts of people that may be published: noise of the discrete Laplace distribution, which makes one person's presence in a
 * cell change the chance of any published figure by at most a factor of e^epsilon (the geometric mechanism: Ghosh,
 * Roughgarden and Sundararajan, "Universally utility-maximizing privacy mechanisms", SIAM J. Comput. 41, 2012).
 *
 * <p>The noise is a function of a secret, the edition and the cell's name. Asking again gives the same figure, so nothing is
 * gained by averaging. It does not depend on who is in the cell: cell keys made of records (Fraser and Wooton 2005) give two
 * cells with the same people the same noise, and whoever differences them learns from a difference of zero that a person is
 * missing, and from any other that the person is there. Totals are protected like other cells and are not the sum of their
 * parts.
 *
 * <p>What a person can lose adds up: epsilon for each cell that counts the person, in each edition. {@link #loss} says it;
 * what is published is a fixed list of cells, never a query that somebody writes. An edition is published once. A figure that
 * was revised goes into the next edition under fresh noise, since the same noise over a changed count would show the change.
 */
public final class ProtectedCounts {

    private static final int SECRET_BYTES = 32;
    private static final double UNIT = 0x1.0p-53;
    private static final int FRACTION = 11;

    private final SecretKeySpec secret;
    private final double epsilon;

    private ProtectedCounts(SecretKeySpec secret, double epsilon) {
        this.secret = secret;
        this.epsilon = epsilon;
    }

    /**
     * Protects under a secret.
     *
     * @param secret 32 random bytes that leave the installation as little as its other keys
     * @param epsilon what one cell may tell of one person, above 0 and at most 2; 0.5 to 1 are usual
     */
    public static ProtectedCounts of(byte[] secret, double epsilon) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a secret has 32 bytes");
        }
        if (!(epsilon > 0 && epsilon <= 2)) {
            throw new IllegalArgumentException("epsilon is above 0 and at most 2");
        }
        return new ProtectedCounts(new SecretKeySpec(secret, "HmacSHA256"), epsilon);
    }

    /**
     * A cell.
     *
     * @param edition what is published at once, for instance {@code 2026-Q4}
     * @param name every dimension and its category in a fixed order, for instance {@code notifier=school;age=6-11}
     */
    public record Cell(String edition, String name) {

        public Cell {
            if (edition.isEmpty() || edition.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("an edition has a name of one line");
            }
        }
    }

    /** The figure that may be published: never negative, whatever the noise. */
    public long publish(Cell cell, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
        return Math.max(0, count + noise(cell));
    }

    /** The noise of a cell. */
    long noise(Cell cell) {
        ByteBuffer random = ByteBuffer.wrap(hmac(cell));
        boolean negative = (random.get() & 1) == 1;
        random.position(Long.BYTES);
        long size = size((random.getLong() >>> FRACTION) * UNIT + UNIT / 2);
        return negative ? -size : size;
    }

    /** Inverts the tail of the size: P(|X| >= k) = 2 alpha^k / (1 + alpha) for k above 0, with alpha = e^-epsilon. */
    private long size(double uniform) {
        double alpha = Math.exp(-epsilon);
        double atLeastOne = 2 * alpha / (1 + alpha);
        return uniform >= atLeastOne ? 0 : 1 + (long) Math.floor(Math.log(uniform / atLeastOne) / Math.log(alpha));
    }

    /** How probable a noise is. */
    public double probability(long noise) {
        double alpha = Math.exp(-epsilon);
        return (1 - alpha) / (1 + alpha) * Math.pow(alpha, (double) Math.abs(noise));
    }

    /** How far a figure lies from the truth at most, at a level: half the width of its interval. */
    public long margin(ConfidenceLevel level) {
        long margin = 0;
        double covered = probability(0);
        while (covered < level.value()) {
            margin++;
            covered += 2 * probability(margin);
        }
        return margin;
    }

    /** What a person can lose who is counted in so many cells of each of so many editions: the epsilons add up. */
    public double loss(int cells, int editions) {
        return epsilon * cells * editions;
    }

    private byte[] hmac(Cell cell) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal((cell.edition() + "\n" + cell.name()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }
}
