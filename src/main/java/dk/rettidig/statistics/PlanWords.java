package dk.rettidig.statistics;

import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** What a planned sample will be able to show, and its limits, in sentences with its numbers. */
public record PlanWords(SamplePlan plan, Language language) {

    private static final double PERCENT = 100;

    /** The sentences. */
    public List<String> lines() {
        SamplePlan.Wish wish = plan.wish();
        String size = Words.count(plan.size(), language);
        String population = Words.count(wish.population(), language);
        List<String> lines = new ArrayList<>();
        lines.add(language.choose(
                "Træk " + size + " af " + population + " sager. Findes det i " + percent(wish.expected())
                        + " af dem, ligger sandheden højst " + points(plan.reached()) + " procentpoint derfra, med "
                        + percent(wish.level().value()) + " sikkerhed.",
                "Draw " + size + " of " + population + " cases. If it is found in " + percent(wish.expected())
                        + " of them, the truth lies at most " + points(plan.reached()) + " percentage points away, at "
                        + percent(wish.level().value()) + " confidence."));
        if (plan.isCensus()) {
            lines.add(language.choose(
                    "Det er alle sager: ingen mindre stikprøve er så nøjagtig.",
                    "That is every case: no smaller sample is so exact."));
        } else {
            lines.add(rare(size, population));
        }
        lines.add(language.choose(
                "Nøjagtigheden gælder alle sagerne under ét. For en enkelt enhed eller regel, der kun gælder nogle af sagerne, "
                        + "er den ringere.",
                "The precision is that of all cases together. For a single unit, or a rule that concerns some of the cases "
                        + "only, it is poorer."));
        lines.add(language.choose(
                "Er andelen en anden end ventet, er nøjagtigheden en anden; 50 % kræver flest sager. En sag, der ikke kan "
                        + "findes frem, må ikke erstattes af en anden.",
                "If the share is another than expected, so is the precision; 50% demands most cases. A case that cannot be "
                        + "found must not be replaced by another."));
        return List.copyOf(lines);
    }

    /** What the sample easily overlooks: faults in one case of a hundred. */
    private String rare(String size, String population) {
        int few = Math.max(1, plan.wish().population() / 100);
        double chance = SamplePlan.chanceToFindOne(plan.wish().population(), plan.size(), few);
        String having = Words.count(few, language);
        return language.choose(
                "Har " + having + " af de " + population + " sager en fejl, er der " + percent(chance)
                        + " chance for, at en stikprøve på " + size + " har mindst en af dem.",
                "If " + having + " of the " + population + " cases have a fault, the chance is " + percent(chance)
                        + " that a sample of " + size + " holds at least one of them.");
    }

    private String points(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMaximumFractionDigits(1);
        return format.format(share * PERCENT);
    }

    private String percent(double share) {
        return points(share) + language.choose(" %", "%");
    }
}
