package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * An element of P-256 other than the identity, on the wire 33 bytes of compressed SEC1 (RFC 9497 section 4.3). Blinded and
 * evaluated elements tell nothing about a person by themselves, yet {@code toString} shows none.
 */
public final class Element {

    /** Bytes on the wire. */
    public static final int LENGTH = P256.ELEMENT_BYTES;

    private final ECPoint point;

    private Element(ECPoint normalised) {
        this.point = normalised;
    }

    /**
     * Reads the wire form and checks that the point lies on the curve.
     *
     * @throws OprfException {@link Reason#NOT_AN_ELEMENT}; {@link Reason#IDENTITY} for the single zero byte of SEC1
     */
    public static Element parse(byte[] bytes) throws OprfException {
        if (bytes.length == 1 && bytes[0] == 0) {
            throw new OprfException(Reason.IDENTITY);
        }
        if (bytes.length != LENGTH || (bytes[0] != 2 && bytes[0] != 3)) {
            throw new OprfException(Reason.NOT_AN_ELEMENT);
        }
        try {
            return of(P256.CURVE.decodePoint(bytes));
        } catch (IllegalArgumentException offTheCurve) {
            throw new OprfException(Reason.NOT_AN_ELEMENT);
        }
    }

    static Element of(ECPoint point) throws OprfException {
        if (point.isInfinity()) {
            throw new OprfException(Reason.IDENTITY);
        }
        return new Element(P256.CURVE.importPoint(point).normalize());
    }

    /** Elements of the points; one inversion serves all of them. */
    static List<Element> all(List<ECPoint> points) throws OprfException {
        ECPoint[] normalised = points.toArray(ECPoint[]::new);
        P256.CURVE.normalizeAll(normalised);
        List<Element> elements = new ArrayList<>(normalised.length);
        for (ECPoint point : normalised) {
            elements.add(of(point));
        }
        return List.copyOf(elements);
    }

    ECPoint point() {
        return point;
    }

    /** The wire form. */
    public byte[] bytes() {
        return point.getEncoded(true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element that && point.equals(that.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    @Override
    public String toString() {
        return "Element[hidden]";
    }
}
