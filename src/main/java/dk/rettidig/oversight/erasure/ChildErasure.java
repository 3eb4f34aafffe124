package dk.rettidig.oversight.erasure;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymRows;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Erases everything that the features hold about a child, in the caller's transaction: all of it or nothing. */
@Singleton
class ChildErasure {

    private final List<Erasable> rows;
    private final List<PseudonymRows> pseudonyms;
    private final Epochs epochs;

    ChildErasure(@All List<Erasable> rows, @All List<PseudonymRows> pseudonyms, Epochs epochs) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing((Erasable each) -> !each.goesFirst())
                        .thenComparing(Erasable::retentionClass))
                .toList();
        this.pseudonyms = List.copyOf(pseudonyms);
        this.epochs = epochs;
    }

    /**
     * Takes the municipality's pseudonyms: nobody who read the child's writes it again, and no halt begins meanwhile.
     *
     * @throws OversightFault {@code erasure_under_way} while a delivery, a run or a conversion has them
     */
    void take(String municipality) {
        if (!epochs.take(municipality) || pseudonyms.stream().anyMatch(each -> each.isUnderWay(municipality))) {
            throw new OversightFault(OversightErrorCode.ERASURE_UNDER_WAY);
        }
    }

    /**
     * Erases.
     *
     * @return how many rows went, by class
     * @throws OversightFault {@code erasure_duty_runs} while a duty with a deadline needs any of them
     */
    Map<String, Integer> erase(NamedChild child) {
        if (rows.stream().anyMatch(each -> each.isBound(child))) {
            throw new OversightFault(OversightErrorCode.ERASURE_DUTY_RUNS);
        }
        Map<String, Integer> erased = new TreeMap<>();
        rows.forEach(each -> erased.merge(each.retentionClass(), each.eraseChild(child), Integer::sum));
        return erased;
    }
}
