package dk.rettidig.pseudonym;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * Sums of many elements times public weights. Takes time that depends on the weights: never for a secret. Large sums are made
 * in buckets (Bernstein, Doumen, Lange, Oosterwijk 2012, "Faster batch forgery identification", section 4: Pippenger's
 * method): no table for each element, and less than half of the time of Bouncy Castle's own.
 */
final class WeightedSum {

    /** Bits of a signed digit: the least work for 300 to 2,000 elements. */
    private static final int DIGIT_BITS = 7;

    private static final int BUCKETS = 1 << (DIGIT_BITS - 1);

    /** Digits of a weight; one more bit than the order has, for the last carry. */
    private static final int DIGITS = (P256.ORDER.bitLength() + DIGIT_BITS) / DIGIT_BITS;

    /** Below this many elements the buckets cost more than they save. */
    private static final int LEAST = 128;

    private WeightedSum() {}

    /** The sum of {@code elements[i] * weights[i]}; weights lie between 0 and the order minus 1. */
    static ECPoint of(List<Element> elements, BigInteger[] weights) {
        ECPoint[] points = elements.stream().map(Element::point).toArray(ECPoint[]::new);
        return points.length < LEAST ? ECAlgorithms.sumOfMultiplies(points, weights) : inBuckets(points, weights);
    }

    private static ECPoint inBuckets(ECPoint[] points, BigInteger[] weights) {
        ECPoint[] negated = Arrays.stream(points).map(ECPoint::negate).toArray(ECPoint[]::new);
        byte[][] digits = Arrays.stream(weights).map(WeightedSum::digits).toArray(byte[][]::new);
        ECPoint sum = P256.CURVE.getInfinity();
        for (int place = DIGITS - 1; place >= 0; place--) {
            @Nullable ECPoint[] buckets = new @Nullable ECPoint[BUCKETS + 1];
            for (int i = 0; i < points.length; i++) {
                int digit = digits[i][place];
                if (digit != 0) {
                    int bucket = Math.abs(digit);
                    ECPoint point = digit > 0 ? points[i] : negated[i];
                    ECPoint held = buckets[bucket];
                    buckets[bucket] = held == null ? point : held.add(point);
                }
            }
            sum = sum.timesPow2(DIGIT_BITS).add(each(buckets));
        }
        return sum;
    }

    /** The sum of each bucket times its number. */
    private static ECPoint each(@Nullable ECPoint[] buckets) {
        ECPoint running = P256.CURVE.getInfinity();
        ECPoint sum = P256.CURVE.getInfinity();
        for (int bucket = BUCKETS; bucket > 0; bucket--) {
            ECPoint held = buckets[bucket];
            running = held == null ? running : running.add(held);
            sum = sum.add(running);
        }
        return sum;
    }

    /** The weight in base 2^7 with digits from -64 to 64, the least significant first. */
    private static byte[] digits(BigInteger weight) {
        byte[] digits = new byte[DIGITS];
        int carry = 0;
        for (int place = 0; place < DIGITS; place++) {
            int digit = carry;
            for (int bit = 0; bit < DIGIT_BITS; bit++) {
                digit += weight.testBit(place * DIGIT_BITS + bit) ? 1 << bit : 0;
            }
            carry = digit > BUCKETS ? 1 : 0;
            digits[place] = (byte) (digit - (carry << DIGIT_BITS));
        }
        return digits;
    }
}
