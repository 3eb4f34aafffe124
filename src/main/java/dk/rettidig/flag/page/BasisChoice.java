package dk.rettidig.flag.page;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * A basis in a phase, as a choice of the form. What is offered is only what has a chance: the gate decides.
 *
 * @param value {@code basis|phase}
 */
public record BasisChoice(String value, String text, String citation, boolean chosen) {

    /** The bases that are switched on, in force and not limited to other municipalities or other data. */
    static List<BasisChoice> of(
            List<LegalBasis> bases, MunicipalityCode municipality, LocalDate today, String chosen, Language language) {
        boolean synthetic = municipality.equals(MunicipalityCode.SYNTHETIC);
        return bases.stream()
                .filter(basis -> basis.enabled() && basis.purpose() == Purpose.CHILD_SUPPORT)
                .filter(basis -> basis.syntheticOnly() == synthetic)
                .filter(basis -> basis.inForceOn(today))
                .filter(basis -> basis.municipalities().isEmpty()
                        || basis.municipalities().contains(municipality.value()))
                .flatMap(basis -> basis.phases().stream().sorted().map(phase -> choice(basis, phase, chosen, language)))
                .toList();
    }

    private static BasisChoice choice(LegalBasis basis, Phase phase, String chosen, Language language) {
        String value = basis.id().value() + "|" + phase.id();
        return new BasisChoice(
                value,
                language.choose(basis.danish(), basis.english()) + " ("
                        + language.choose(phase.danish(), phase.english()) + ")",
                basis.citation(),
                value.equals(chosen));
    }
}
