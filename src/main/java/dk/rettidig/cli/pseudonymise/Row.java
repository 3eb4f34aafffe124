package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One record of the input, judged. */
sealed interface Row {

    /** What goes into the output for it, the pseudonym in the number's place. */
    byte[] output(String pseudonym);

    /** A number of somebody that stands in the record and is not what it counts for: it must be nowhere in the output. */
    default Optional<CprNumber> written() {
        return Optional.empty();
    }

    /** A record without a person that goes over as it is: an empty line, or the header with its column renamed. */
    @SuppressWarnings("ArrayRecordComponent") // a row is read once, written once and never compared
    record Kept(byte[] bytes) implements Row {

        @Override
        public byte[] output(String pseudonym) {
            return bytes;
        }

        @Override
        public String toString() {
            return "Kept[" + bytes.length + " bytes]";
        }
    }

    /**
     * A record that stays out.
     *
     * @param misread ten digits whose date does not exist, where a population may tell whose they are
     */
    record Bad(long line, RowProblem problem, Optional<Misread> misread, Optional<CprNumber> written) implements Row {

        Bad(long line, RowProblem problem) {
            this(line, problem, Optional.empty(), Optional.empty());
        }

        @Override
        public byte[] output(String pseudonym) {
            return new byte[0];
        }
    }

    /** Ten digits that are no number, and what stands around them. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Misread(byte[] digits, byte[] before, byte[] after) {

        @Override
        public String toString() {
            return "Misread[hidden]";
        }
    }

    /**
     * A record with a person: what stands before and after the number, to the byte, its line end included.
     *
     * @param line where it starts, from 1
     * @param number whose pseudonym it gets
     * @param written the number that stands there, when a person decided for another
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Good(long line, CprNumber number, Optional<CprNumber> written, byte[] before, byte[] after) implements Row {

        @Override
        public byte[] output(String pseudonym) {
            byte[] middle = pseudonym.getBytes(StandardCharsets.US_ASCII);
            byte[] all = Arrays.copyOf(before, before.length + middle.length + after.length);
            System.arraycopy(middle, 0, all, before.length, middle.length);
            System.arraycopy(after, 0, all, before.length + middle.length, after.length);
            return all;
        }

        @Override
        public String toString() {
            return "Good[line " + line + "]";
        }
    }
}
