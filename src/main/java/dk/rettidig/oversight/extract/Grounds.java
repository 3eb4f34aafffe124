package dk.rettidig.oversight.extract;

import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.Purpose;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Purposes and legal bases in words, from the register in force. */
@Singleton
class Grounds {

    private final LegalBases bases;

    Grounds(LegalBases bases) {
        this.bases = bases;
    }

    /** A basis; one that is not in the register any more by its id alone. */
    Passage.Ground of(BasisId id) {
        return bases.find(id)
                .map(basis ->
                        new Passage.Ground(id.value(), new Text(basis.danish(), basis.english()), basis.citation()))
                .orElse(new Passage.Ground(id.value(), new Text(id.value(), id.value()), ""));
    }

    /** A basis by its id, if it is one. */
    Optional<Passage.Ground> named(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(of(new BasisId(id)));
    }

    /** A purpose. */
    static Text of(Purpose purpose) {
        return new Text(purpose.danish(), purpose.english());
    }
}
