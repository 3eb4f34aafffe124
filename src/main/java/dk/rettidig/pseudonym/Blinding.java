package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The asking side of one batch: keeps inputs and blinding factors until the answer is there, and lets neither out (RFC 9497
 * sections 3.3.1 and 3.3.2, Blind and Finalize).
 */
public final class Blinding {

    /** Most elements of a batch. */
    public static final int LARGEST_BATCH = 1_000;

    private static final byte[] FINALIZE = "Finalize".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> inputs;
    private final List<SecretScalar> blinds;
    private final List<Element> blinded;

    private Blinding(List<byte[]> inputs, List<SecretScalar> blinds, List<Element> blinded) {
        this.inputs = inputs;
        this.blinds = blinds;
        this.blinded = blinded;
    }

    /**
     * Blinds each input with a fresh factor, so that the same person twice cannot be recognised.
     *
     * @param inputs 1 to {@value #LARGEST_BATCH} byte strings of at most 65,535 bytes
     */
    public static Blinding of(OprfMode mode, List<byte[]> inputs) throws OprfException {
        return of(mode, inputs, SecretScalar::random);
    }

    static Blinding of(OprfMode mode, List<byte[]> inputs, Supplier<SecretScalar> random) throws OprfException {
        checkSize(inputs.size());
        Inputs hashed = new Inputs(mode);
        List<byte[]> kept = new ArrayList<>(inputs.size());
        List<SecretScalar> blinds = new ArrayList<>(inputs.size());
        List<ECPoint> points = new ArrayList<>(inputs.size());
        for (byte[] input : inputs) {
            SecretScalar blind = random.get();
            kept.add(input.clone());
            blinds.add(blind);
            points.add(blind.times(hashed.element(input)));
        }
        return new Blinding(kept, blinds, Element.all(points));
    }

    static void checkSize(int elements) throws OprfException {
        if (elements < 1 || elements > LARGEST_BATCH) {
            throw new OprfException(Reason.BATCH);
        }
    }

    /** What goes to the authority. */
    public List<Element> blinded() {
        return blinded;
    }

    /**
     * Checks the proof and opens the answer.
     *
     * @param publicKey the domain's published key
     * @return a pseudonym for each input, in the same order
     * @throws OprfException {@link Reason#PROOF} or {@link Reason#BATCH}; nothing of the answer may then be used
     */
    public List<Pseudonym> verified(Element publicKey, Evaluation evaluation) throws OprfException {
        checkCount(evaluation);
        if (!evaluation.provenFor(publicKey, blinded)) {
            throw new OprfException(Reason.PROOF);
        }
        return opened(evaluation);
    }

    /** Opens an answer of {@link OprfMode#OPRF}, or one whose shares were verified before they were combined. */
    public List<Pseudonym> opened(Evaluation evaluation) throws OprfException {
        checkCount(evaluation);
        List<ECPoint> points = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            points.add(
                    blinds.get(i).inverse().times(evaluation.elements().get(i).point()));
        }
        List<Element> opened = Element.all(points);
        List<Pseudonym> pseudonyms = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            pseudonyms.add(pseudonym(inputs.get(i), opened.get(i)));
        }
        return List.copyOf(pseudonyms);
    }

    private void checkCount(Evaluation evaluation) throws OprfException {
        if (evaluation.elements().size() != inputs.size()) {
            throw new OprfException(Reason.BATCH);
        }
    }

    static Pseudonym pseudonym(byte[] input, Element opened) {
        MessageDigest digest = P256.sha256();
        update(digest, input);
        update(digest, opened.bytes());
        digest.update(FINALIZE);
        return Pseudonym.of(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update((byte) (part.length >>> 8));
        digest.update((byte) part.length);
        digest.update(part);
    }

    @Override
    public String toString() {
        return "Blinding[" + inputs.size() + " inputs hidden]";
    }
}
