package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseFindings;
import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Stored;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the record of the child's case did not show in time, as the checks of cases found it. */
@Singleton
class CasePassages {

    private final CaseFindings findings;
    private final CaseRuleTexts rules;
    private final Grounds grounds;

    CasePassages(CaseFindings findings, CaseRuleTexts rules, Grounds grounds) {
        this.findings = findings;
        this.rules = rules;
        this.grounds = grounds;
    }

    List<Passage> of(MunicipalityCode municipality, Pseudonym child) {
        return findings.ofChild(municipality, child).stream()
                .flatMap(each -> each.findings().stream().map(stored -> passage(each, stored)))
                .toList();
    }

    private Passage passage(CaseWith of, Stored stored) {
        return Passage.plain(
                stored.firstSeen().atStartOfDay(Due.DENMARK).toInstant(),
                "case_finding",
                new Text(text(stored, Language.DANISH), text(stored, Language.ENGLISH)),
                Optional.of(Grounds.of(Purpose.CHILD_SUPPORT)),
                Optional.of(grounds.of(of.of().basis())),
                OptionalLong.empty());
    }

    private String text(Stored stored, Language language) {
        String rule = stored.found().demanded().rule();
        String state = stored.found().state().text(language);
        String ref = rules.ref(rule);
        return language.choose("Journalen i barnets sag blev tjekket: ", "The record of the child's case was checked: ")
                + rules.text(rule, language)
                + (ref.isEmpty() ? "" : " (" + ref + ")") + ": " + state + "."
                + stored.resolvedOn()
                        .map(day -> " "
                                + stored.resolvedBy()
                                        .map(by -> by.text(language))
                                        .orElse("") + ", " + day + ".")
                        .orElse("");
    }
}
