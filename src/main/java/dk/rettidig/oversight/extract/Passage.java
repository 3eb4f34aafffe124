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
 * @param score the calculation as numbers, so that it can be done again
 * @param explanation the flag told to the family, where its calculation may be given
 */
public record Passage(
        Instant at,
        String kind,
        Text text,
        Optional<Text> purpose,
        Optional<Ground> basis,
        List<Fact> facts,
        List<Text> calculation,
        OptionalLong leafIndex,
        Optional<Score> score,
        Optional<Explanation> explanation) {

    public Passage {
        facts = List.copyOf(facts);
        calculation = List.copyOf(calculation);
    }

    /** A legal basis as the register has it. */
    public record Ground(String id, Text text, String citation) {}

    /** One value in words. */
    public record Fact(Text name, Text value, LocalDate from, LocalDate to, Instant knownAt) {

        /** The same with what became of the value. */
        Fact with(Text since) {
            Text told = new Text(
                    value.danish() + " (" + since.danish() + ")", value.english() + " (" + since.english() + ")");
            return new Fact(name, told, from, to, knownAt);
        }

        @Override
        public String toString() {
            return "Fact[hidden]";
        }
    }

    /**
     * What was calculated, in numbers that give the same result again, to the last bit.
     *
     * @param model the release, {@code name/version}
     * @param asOf the day whose knowledge counted
     * @param inputs the current values that went in; of the model's other indicators nothing current was known
     * @param probability calibrated, 0 to 1; written so that reading it gives the same double
     */
    public record Score(String model, LocalDate asOf, List<Input> inputs, double probability) {

        public Score {
            inputs = List.copyOf(inputs);
        }

        @Override
        public String toString() {
            return "Score[hidden]";
        }
    }

    /** One value that went in, in the indicator's unit. */
    public record Input(String indicator, LocalDate from, LocalDate to, Instant knownAt, double value) {

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** The flag told line by line to a parent and to a child of 12, from the same values (AI Act art. 86). */
    public record Explanation(List<Text> parent, List<Text> child) {

        public Explanation {
            parent = List.copyOf(parent);
            child = List.copyOf(child);
        }

        @Override
        public String toString() {
            return "Explanation[hidden]";
        }
    }

    /** Something without facts. */
    static Passage plain(
            Instant at, String kind, Text text, Optional<Text> purpose, Optional<Ground> basis, OptionalLong leaf) {
        return new Passage(
                at, kind, text, purpose, basis, List.of(), List.of(), leaf, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Passage[" + kind + "]";
    }
}
