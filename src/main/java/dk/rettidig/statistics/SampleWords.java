package dk.rettidig.statistics;

import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sample shows and what it cannot show, in sentences with its own numbers, for people who decide on it.
 *
 * @param drawnByLot whether chance alone chose the cases; otherwise nothing is said of the others
 */
public record SampleWords(Sample sample, ConfidenceLevel level, boolean drawnByLot, Language language) {

    private static final double PERCENT = 100;

    /** What it shows. */
    public List<String> shows() {
        List<String> lines = new ArrayList<>();
        lines.add(reviewed());
        if (sample.isCensus()) {
            lines.add(say(
                    "Alle sager er gennemgået, så tallet afhænger ikke af tilfældet.",
                    "Every case was reviewed, so the figure does not depend on chance."));
        } else if (drawnByLot) {
            lines.add(interval());
            oneSided(lines);
        } else {
            lines.add(say(
                    "Sagerne er ikke udtrukket ved lod. Tallet gælder de gennemgåede sager og siger intet sikkert om de "
                            + "øvrige " + count(sample.population() - sample.size()) + ".",
                    "The cases were not drawn by lot. The figure holds for those reviewed and says nothing certain of the "
                            + "other " + count(sample.population() - sample.size()) + "."));
        }
        return List.copyOf(lines);
    }

    /** What it cannot show. */
    public List<String> cannotShow() {
        List<String> lines = new ArrayList<>();
        if (!sample.isCensus() && drawnByLot && sample.found() == 0) {
            lines.add(say(
                    "At der ingen er fundet, viser ikke, at der ingen er.",
                    "That none was found does not show that there is none."));
        }
        if (!sample.isCensus() && drawnByLot && sample.found() == sample.size()) {
            lines.add(say(
                    "At det er fundet i hver gennemgået sag, viser ikke, at det er i hver sag.",
                    "That it was found in every case reviewed does not show that it is in every case."));
        }
        lines.add(say(
                "Den viser ikke, hvorfor det er sådan, og ikke, om barnet fik hjælp: kun hvad der står i sagen.",
                "It does not show why this is so, nor whether the child got help: only what stands in the file."));
        lines.add(say(
                "Den siger intet om andre kommuner eller andre år.",
                "It says nothing of other municipalities or other years."));
        if (!sample.isCensus() && drawnByLot) {
            lines.add(difference());
        }
        return List.copyOf(lines);
    }

    private String reviewed() {
        String share = percent(sample.share());
        return say(
                count(sample.size()) + " af " + count(sample.population()) + " sager er gennemgået. Det er fundet i "
                        + count(sample.found()) + " af dem (" + share + ").",
                count(sample.size()) + " of " + count(sample.population()) + " cases were reviewed. It was found in "
                        + count(sample.found()) + " of them (" + share + ").");
    }

    private String interval() {
        Sample.Counts counts = sample.interval(level);
        String low = count(counts.low());
        String high = count(counts.high());
        String shares = percent(counts.lowShare()) + "–" + percent(counts.highShare());
        String sure = percent(level.value());
        return say(
                "Af alle " + count(sample.population()) + " sager er det i mellem " + low + " og " + high + " ("
                        + shares + "). Beregnet sådan rammer intervallet rigtigt i mindst " + sure
                        + " af alle stikprøver.",
                "Of all " + count(sample.population()) + " cases it is in between " + low + " and " + high + " ("
                        + shares + "). Made in this way the interval is right in at least " + sure
                        + " of all samples.");
    }

    private void oneSided(List<String> lines) {
        if (sample.found() == 0) {
            int most = sample.atMost(level);
            lines.add(say(
                    "Op til " + count(most)
                            + " sager kan have det, uden at stikprøven kan udelukke det. Tommelfingerreglen 3 "
                            + "delt med " + count(sample.size()) + " giver højst "
                            + percent(Shares.ruleOfThree(sample.size())) + ".",
                    "Up to " + count(most)
                            + " cases can have it without the sample being able to rule it out. The rule of "
                            + "thumb, 3 divided by " + count(sample.size()) + ", gives at most "
                            + percent(Shares.ruleOfThree(sample.size())) + "."));
        } else if (sample.found() == sample.size()) {
            lines.add(say(
                    "Mindst " + count(sample.atLeast(level)) + " af de " + count(sample.population())
                            + " sager har det; færre er stikprøven ikke forenelig med.",
                    "At least " + count(sample.atLeast(level)) + " of the " + count(sample.population())
                            + " cases have it; the sample does not go with fewer."));
        }
    }

    private String difference() {
        Sample.Counts counts = sample.interval(level);
        String width = percent(counts.highShare() - counts.lowShare())
                .replace(" %", "")
                .replace("%", "");
        return say(
                "Intervallet er " + width
                        + " procentpoint bredt. En forskel til næste gang eller mellem enheder, der er "
                        + "mindre end det, kan stikprøven ikke skelne fra tilfældet.",
                "The interval is " + width
                        + " percentage points wide. A difference to the next time or between units that "
                        + "is smaller cannot be told from chance by this sample.");
    }

    private String say(String danish, String english) {
        return language.choose(danish, english);
    }

    private String count(long number) {
        return Words.count(number, language);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMaximumFractionDigits(1);
        return format.format(share * PERCENT) + language.choose(" %", "%");
    }
}
