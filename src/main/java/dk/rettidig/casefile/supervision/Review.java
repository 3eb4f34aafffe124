package dk.rettidig.casefile.supervision;

import dk.rettidig.access.ActorName;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one reviewer found in one drawn case. Sealed when it is handed in: it is never changed, and nobody else sees it.
 *
 * @param number the case's number in the order of the draw
 * @param answers by the id of the rule
 */
public record Review(int number, ActorName reviewer, Instant at, Map<String, Answered> answers) {

    public Review {
        answers = Map.copyOf(answers);
    }

    /**
     * The answer to one question.
     *
     * @param remark what the answer rests on, without names
     */
    public record Answered(Answer answer, Optional<Justification> remark) {}
}
