package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.CprNumber;
import java.nio.charset.StandardCharsets;

/** Who stands behind a pseudonym. */
public sealed interface VaultIdentity {

    /**
     * What the pseudonym is made of: the bytes that RFC 9497's function is applied to. The ten digits of a number, or {@code
     * local:} and the local id, which no number can be.
     */
    byte[] input();

    /** A child with a CPR number. */
    record Numbered(CprNumber number) implements VaultIdentity {

        @Override
        public byte[] input() {
            return number.input();
        }

        @Override
        public String toString() {
            return "Numbered[hidden]";
        }
    }

    /**
     * A child without a number, or not born yet.
     *
     * @param id the municipality's own, 1 to 64 characters
     */
    record Local(String id) implements VaultIdentity {

        public Local {
            if (!id.matches("[\\x21-\\x7E]{1,64}")) {
                throw new IllegalArgumentException("a local id is 1 to 64 visible ASCII characters");
            }
        }

        @Override
        public byte[] input() {
            return ("local:" + id).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return "Local[hidden]";
        }
    }
}
