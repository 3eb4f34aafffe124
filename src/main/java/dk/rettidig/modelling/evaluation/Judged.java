package dk.rettidig.modelling.evaluation;

/**
 * A score or a decision to be held against a truth.
 *
 * @param id its name in JSON
 * @param danish its name for people
 * @param english the same
 * @param scores higher means more; a decision is 1 or 0
 * @param truth for each row, whether what it speaks of is so
 * @param threshold rows scoring at least this much count as selected
 * @param probabilities whether scores are probabilities
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record Judged(
        String id,
        String danish,
        String english,
        double[] scores,
        boolean[] truth,
        double threshold,
        boolean probabilities) {

    public Judged {
        if (scores.length != truth.length) {
            throw new IllegalArgumentException("as many scores as outcomes");
        }
    }
}
