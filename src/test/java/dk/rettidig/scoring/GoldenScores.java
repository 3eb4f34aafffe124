package dk.rettidig.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Inputs with the log-odds and the probability that the shipped release gave them when it was released. */
final class GoldenScores {

    static final Map<Map<String, Double>, List<Double>> CASES = cases();

    private GoldenScores() {}

    /** A child of 7 to 12, notified once, of whom nothing else speaks. */
    static Map<String, Double> typical() {
        Map<String, Double> values = new TreeMap<>();
        values.put("NOTIF_PRIOR", 1.0);
        values.put("NOTIF_PROF", 1.0);
        values.put("SIB_NOTIF", 0.0);
        values.put("SCH_ABS_UNL", 0.005);
        values.put("PAR_BENEFIT", 0.0);
        values.put("PAR_UNEMP", 0.0);
        values.put("RES_MOVES", 0.0);
        values.put("SUP_RUNNING", 0.0);
        values.put("SUP_EARLIER", 0.0);
        values.put("AGE_BAND", 3.0);
        return values;
    }

    /** Notified four times, absent, support before. */
    static Map<String, Double> heavy() {
        Map<String, Double> values = typical();
        values.put("NOTIF_PRIOR", 4.0);
        values.put("NOTIF_PROF", 3.0);
        values.put("SCH_ABS_UNL", 0.12);
        values.put("PAR_BENEFIT", 1.0);
        values.put("SUP_EARLIER", 1.0);
        return values;
    }

    /** A child of 0 to 2: neither school nor day care. */
    static Map<String, Double> small() {
        Map<String, Double> values = typical();
        values.remove("SCH_ABS_UNL");
        values.put("AGE_BAND", 1.0);
        return values;
    }

    private static Map<Map<String, Double>, List<Double>> cases() {
        Map<Map<String, Double>, List<Double>> cases = new LinkedHashMap<>();
        cases.put(typical(), List.of(-2.0134800778714608, 0.11779484951837955));
        cases.put(heavy(), List.of(0.7784587935477918, 0.685347853643816));
        cases.put(small(), List.of(-1.6820761988413602, 0.15682074162528398));
        return cases;
    }
}
