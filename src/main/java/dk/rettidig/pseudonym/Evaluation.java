package dk.rettidig.pseudonym;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a batch: one evaluated element for each blinded one, in the same order.
 *
 * @param proof that all were made with the published key; absent in {@link OprfMode#OPRF}
 */
public record Evaluation(List<Element> elements, Optional<EvaluationProof> proof) {

    public Evaluation {
        elements = List.copyOf(elements);
    }

    /** Whether there is a proof and it holds for the key and the blinded elements. */
    public boolean provenFor(Element publicKey, List<Element> blinded) {
        return elements.size() == blinded.size()
                && proof.filter(given -> Dleq.holds(publicKey, blinded, elements, given))
                        .isPresent();
    }
}
