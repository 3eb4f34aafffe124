package dk.rettidig.scoring;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Why a model does not calculate for a child. */
public enum AbstentionReason {
    /** A feature without which the model says nothing is not known. */
    REQUIRED_MISSING(1, "required_missing", "En nødvendig oplysning mangler", "A necessary fact is missing"),
    /** Fewer sources than the model needs have delivered something current. */
    TOO_FEW_SOURCES(
            2,
            "too_few_sources",
            "For få kilder har leveret aktuelle oplysninger",
            "Too few sources have delivered current facts"),
    /** More features are stale than the model accepts. */
    TOO_MUCH_STALE(4, "too_much_stale", "For mange oplysninger er forældede", "Too many facts are out of date"),
    /** A value of which training held too few cases, or none. */
    VALUE_NOT_SEEN(
            8,
            "value_not_seen",
            "En oplysning ligger uden for det, modellen er lært op på",
            "A fact lies outside what the model was trained on"),
    /** The combination of values is rarer than almost all in training. */
    UNLIKE_TRAINING(
            16,
            "unlike_training",
            "Oplysningerne ligner ikke dem, modellen er lært op på",
            "The facts are unlike those that the model was trained on");

    /** What a page says instead of a value. */
    public static final String DANISH = "ingen beregning – læs sagen";
    /** What a page says instead of a value. */
    public static final String ENGLISH = "no calculation – read the case";

    private final byte bit;
    private final String id;
    private final String danish;
    private final String english;

    AbstentionReason(int bit, String id, String danish, String english) {
        this.bit = (byte) bit;
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in entries and reports. */
    public String id() {
        return id;
    }

    /** The sentence on Danish pages. */
    public String danish() {
        return danish;
    }

    /** The sentence on English pages. */
    public String english() {
        return english;
    }

    /** The bit that stands for it in a batch. */
    public byte bit() {
        return bit;
    }

    /** The reasons that a batch's byte stands for; empty for a calculated value. */
    public static Set<AbstentionReason> ofBits(byte bits) {
        Set<AbstentionReason> reasons = EnumSet.noneOf(AbstentionReason.class);
        Arrays.stream(values()).filter(reason -> (bits & reason.bit) != 0).forEach(reasons::add);
        return reasons;
    }
}
