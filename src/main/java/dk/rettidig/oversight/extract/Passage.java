package dk.rettidig.oversight.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that an extract says: what was done, when, what for and on which ground. Names nobody.
 *
 * @param kind a stable word, for instance {@code look_up}
 * @param purpose what for, in words
 * @param facts the values it rests on, where they are still there
 * @param calculation the score with its threshold, and what raised and lowered it
 * @param leafIndex its place in the ledger, where it has one
 */
public record Passage(
        Instant at,
        String kind,
        Text text,
        Optional<Text> purpose,
        Optional<Ground> basis,
        List<Fact> facts,
        List<Text> calculation,
        OptionalLong leafIndex) {

    public Passage {
        facts = List.copyOf(facts);
        calculation = List.copyOf(calculation);
    }

    /** A legal basis as the register has it. */
    public record Ground(String id, Text text, String citation) {}

    /** One value in words. */
    public record Fact(Text name, Text value, LocalDate from, LocalDate to, Instant knownAt) {

        @Override
        public String toString() {
            return "Fact[hidden]";
        }
    }

    /** Something without facts. */
    static Passage plain(
            Instant at, String kind, Text text, Optional<Text> purpose, Optional<Ground> basis, OptionalLong leaf) {
        return new Passage(at, kind, text, purpose, basis, List.of(), List.of(), leaf);
    }

    @Override
    public String toString() {
        return "Passage[" + kind + "]";
    }
}
