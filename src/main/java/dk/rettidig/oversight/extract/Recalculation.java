package dk.rettidig.oversight.extract;

import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Rescored;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.Instant;

/** What a model said with the values that a source had corrected, in plain words. */
final class Recalculation {

    /** The flag has none any more: the last correction was taken back, or its time is over. */
    static final Text GONE = new Text(
            "Den nye beregning er der ikke mere: rettelsen blev taget tilbage, eller dens tid var ovre.",
            "The new calculation is there no more: the correction was taken back, or its time was over.");

    private static final Text LATER = new Text(
            "Der kom flere rettelser siden. Den nye beregning står ved den sidste.",
            "More corrections came since. The new calculation stands with the last.");

    private Recalculation() {}

    /**
     * The result of one recalculation.
     *
     * @param entered when the entry was made; a recalculation after that belongs to a later entry
     */
    static Text told(Rescored again, FlagStrength strength, Instant entered) {
        if (again.at().isAfter(entered)) {
            return LATER;
        }
        return switch (again) {
            case Rescored.Value value -> value(value, strength.threshold());
            case Rescored.Abstained _ ->
                new Text(
                        "Med de rettede oplysninger kan modellen ikke regne: der vides for lidt. Markeringen står, til en"
                                + " rådgiver har læst den.",
                        "With the corrected facts the model cannot calculate: too little is known. The flag stands until a"
                                + " caseworker has read it.");
            case Rescored.Unavailable _ ->
                new Text(
                        "Modellen kunne ikke spørges igen, så der er ingen ny beregning.",
                        "The model could not be asked again, so there is no new calculation.");
        };
    }

    private static Text value(Rescored.Value value, double threshold) {
        boolean above = value.probability() > threshold;
        return new Text(
                "Med de rettede oplysninger blev den beregnede hyppighed "
                        + Words.value(value.probability() * 100, Language.DANISH) + " af 100. Grænsen er "
                        + Words.value(threshold * 100, Language.DANISH) + " af 100: "
                        + (above ? "den er stadig nået." : "den er ikke længere nået.")
                        + " Det lukker ikke markeringen; en rådgiver læser den.",
                "With the corrected facts the calculated frequency became "
                        + Words.value(value.probability() * 100, Language.ENGLISH) + " of 100. The threshold is "
                        + Words.value(threshold * 100, Language.ENGLISH) + " of 100: "
                        + (above ? "it is still reached." : "it is not reached any more.")
                        + " This does not close the flag; a caseworker reads it.");
    }
}
