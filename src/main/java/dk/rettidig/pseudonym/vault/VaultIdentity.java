package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.CprNumber;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

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

        /** No vowels, and nothing that looks like something else on paper. */
        private static final String LETTERS = "CDFGHJKMNPQRTVWXY";

        private static final String LETTERS_AND_DIGITS = LETTERS + "23456789";
        private static final int GROUPS = 3;
        private static final int GROUP = 4;

        public Local {
            if (!id.matches("[\\x21-\\x7E]{1,64}")) {
                throw new IllegalArgumentException("a local id is 1 to 64 visible ASCII characters");
            }
        }

        /**
         * A new id, for instance {@code L-K7QM-R3XC-T9HD}: 54 bits of chance. Each group begins with a letter, so its digits
         * never make a run that could be a CPR number.
         */
        public static Local fresh(SecureRandom random) {
            StringBuilder id = new StringBuilder("L");
            for (int group = 0; group < GROUPS; group++) {
                id.append('-').append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                for (int i = 1; i < GROUP; i++) {
                    id.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
                }
            }
            return new Local(id.toString());
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
