package dk.rettidig.casefile.finding;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.CaseRule;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What rules demand, in words; a rule that was withdrawn is named by its id. */
@Singleton
public class CaseRuleTexts {

    private final CaseRuleRegister register;
    private final IndicatorCatalogue catalogue;

    CaseRuleTexts(CaseRuleRegister register, IndicatorCatalogue catalogue) {
        this.register = register;
        this.catalogue = catalogue;
    }

    /** All rules in the order of the policy file. */
    public List<CaseRule> all() {
        return register.all();
    }

    /** What is demanded, or what is out of order. */
    public String text(String rule, Language language) {
        if (rule.startsWith(FoundInCase.DISORDER)) {
            return language.choose(
                    "En periode slutter uden at være begyndt: datoerne i fagsystemet skal rettes",
                    "A period ends that never began: the dates in the case system have to be corrected");
        }
        return found(rule)
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(rule);
    }

    /** The provision; empty where there is none. */
    public String ref(String rule) {
        return found(rule).map(CaseRule::ref).orElse(rule.startsWith(FoundInCase.DISORDER) ? "GDPR 5(1)(d)" : "");
    }

    /** An event of the case system in words. */
    public String event(String event, Language language) {
        return catalogue
                .find(new IndicatorId(event))
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(event);
    }

    private Optional<CaseRule> found(String rule) {
        return register.all().stream().filter(each -> each.id().equals(rule)).findFirst();
    }
}
