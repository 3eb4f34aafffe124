package dk.rettidig.oversight.halt;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks every feature how much of a child the halts keep, in the caller's transaction; one that fails fails the caller. */
@Singleton
class HeldRows {

    private final List<Freezable> features;

    HeldRows(@All List<Freezable> features) {
        this.features = List.copyOf(features);
    }

    /** How many rows are kept, by class of {@code policies/retention.yaml}, sorted; classes with none are left out. */
    Map<String, Integer> of(MunicipalityCode municipality, Pseudonym child) {
        NamedChild named = new NamedChild(municipality.value(), child.bytes());
        Map<String, Integer> kept = new TreeMap<>();
        features.forEach(each -> kept.merge(each.retentionClass(), each.frozen(named), Integer::sum));
        kept.values().removeIf(rows -> rows == 0);
        return kept;
    }
}
