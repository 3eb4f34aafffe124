package dk.rettidig.law;

/**
 * A child as rows name it: municipality and pseudonym. {@code toString} hides it.
 *
 * @param municipality three digits
 * @param pseudonym 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, never compared
public record NamedChild(String municipality, byte[] pseudonym) {

    private static final int LENGTH = 32;

    public NamedChild {
        if (municipality.length() != 3 || pseudonym.length != LENGTH) {
            throw new IllegalArgumentException("a child is named by three digits and 32 bytes");
        }
        pseudonym = pseudonym.clone();
    }

    @Override
    public byte[] pseudonym() {
        return pseudonym.clone();
    }

    @Override
    public String toString() {
        return "NamedChild[hidden]";
    }
}
