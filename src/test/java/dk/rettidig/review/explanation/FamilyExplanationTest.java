package dk.rettidig.review.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.explanation.ToldFlags.Told;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ScoringResult;
import dk.rettidig.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A flag told to the family: readable, complete, in both languages, and without a word on what might come. */
class FamilyExplanationTest {

    /** Björnsson's border between fiction and newspapers. */
    private static final double EASY = 35;

    private static final int FLAGS = 400;
    private static final Frequency SEVENTY = new Frequency(0.48, 1, 1321, 928);

    /** Words that forecast, accuse or frighten, and words for somebody's fault. */
    private static final Pattern FORECAST = Pattern.compile(
            "risiko|risici|risik|farlig|\\bfare\\b|\\bfor fare|vil blive|\\bvil ske\\b|kommer til at|sandsynlig|udsat|omsorgssvigt"
                    + "|mistriv|trussel|truet|forudsig|prognose|overgreb|vold\\b|svigt|mistænk|skyld"
                    + "|\\brisk|danger|will be|\\bwill\\b|going to|likely|probab|predict|forecast|harm|abuse|neglect|threat|suspect|victim"
                    + "|score|fail",
            Pattern.CASE_INSENSITIVE);

    private static final ReleasedModel MODEL = ToldFlags.model();

    @Test
    void isReadableForAChildOfTwelveWhateverAModelOfOpenIndicatorsSays() {
        Random random = new Random(20261122);
        List<Frequency> bands = MODEL.manifest().frequencies();
        for (int i = 0; i < FLAGS; i++) {
            assertReadable(ToldFlags.any(random, bands.get(i % bands.size())));
        }
    }

    @Test
    void isReadableWhateverTheShippedModelSays() {
        Random random = new Random(7);
        int told = 0;
        while (told < FLAGS) {
            if (MODEL.scorer().score(AsOf.endOf(ToldFlags.AS_OF), input(random))
                    instanceof ScoringResult.Scored scored) {
                assertReadable(ToldFlags.of(scored));
                told++;
            }
        }
    }

    @Test
    void isReadableWhenNothingIsKnownAndNothingCounts() {
        FlagStrength nothing = new FlagStrength(0.6, 0.5, 0.4, 0.4, 0.4, List.of(), SEVENTY);
        Told told = new Told(ToldFlags.facts(List.of(), List.of(), List.of(), List.of()), nothing);

        assertReadable(told);
        assertThat(text(told.to(Audience.CHILD, Language.DANISH)))
                .contains("Der var ingen nye tal.", "Intet talte mere", "Intet trak den anden vej.", "Intet manglede.");
    }

    private static void assertReadable(Told told) {
        for (FamilyExplanation each : FamilyExplanation.all(told.facts(), told.strength(), ToldFlags.CATALOGUE)) {
            String text = text(each);
            assertThat(Readability.lix(text)).as("LIX of:%n%s", text).isLessThan(EASY);
            assertThat(FORECAST.matcher(text)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as("forecasts in:%n%s", text)
                    .isEmpty();
        }
    }

    private static String text(FamilyExplanation explanation) {
        return String.join("\n", explanation.lines());
    }

    /** Values of all features at and around the edges of their bins, some left out, some too old, some taken back. */
    private static List<KnownValue> input(Random random) {
        List<KnownValue> values = new ArrayList<>();
        for (FeatureDefinition feature : MODEL.features()) {
            int what = random.nextInt(12);
            boolean gone = what < 3 && !feature.missing().name().equals("ABSTAIN");
            LocalDate to =
                    ToldFlags.AS_OF.minusDays(gone && what == 0 ? feature.freshnessDays() + 5L : random.nextInt(20));
            if (gone && what == 1) {
                continue;
            }
            values.add(new KnownValue(
                    feature.indicator(), to.minusDays(5), to, value(feature, random), known(to), gone && what == 2));
        }
        return values;
    }

    private static Instant known(LocalDate to) {
        return AsOf.endOf(to).moment();
    }

    private static double value(FeatureDefinition feature, Random random) {
        if (feature.edges().isEmpty()) {
            return feature.categories().get(random.nextInt(feature.categories().size()));
        }
        int bin = random.nextInt(feature.edges().size() + 1);
        return bin == 0 ? 0 : feature.edges().get(bin - 1);
    }

    @Test
    void seesAWordThatForecasts() {
        assertThat(FORECAST.matcher("Barnet er i risiko.").find()).isTrue();
        assertThat(FORECAST.matcher("The child will be at risk.").find()).isTrue();
        assertThat(FORECAST.matcher("Der var 3 underretninger.").find()).isFalse();
    }

    @Test
    void saysTheFrequencyWithItsIntervalAndTheNumberBehindIt() {
        assertThat(text(flag().to(Audience.PARENT, Language.DANISH)))
                .contains("1.321 børn", "Af 100 af dem var der 70,", "fra 67 til 73");
        assertThat(text(flag().to(Audience.PARENT, Language.ENGLISH)))
                .contains("1,321 children", "Of 100 of them there were 70 ", "from 67 to 73");
    }

    @Test
    void listsWhatCountedAndWhatPulledTheOtherWayGreatestFirst() {
        FamilyExplanation told = flag().to(Audience.CHILD, Language.DANISH);

        assertThat(lines(told, "Hvad talte mest?"))
                .containsExactly("Underretninger på et år: 3.", "Dage væk fra dagtilbud uden besked: Det ved vi ikke.");
        assertThat(lines(told, "Hvad trak den anden vej?"))
                .containsExactly("Alder: 7-12 år.", "Om der er hjælp fra kommunen nu: nej.");
    }

    @Test
    void saysHowOldAFactIsAndWhatItsSourceDidToIt() {
        assertThat(lines(flag().to(Audience.CHILD, Language.DANISH), "Hvad så programmet på?"))
                .containsExactly(
                        "Underretninger på et år: 3. Det er 1 dag gammelt.",
                        "Om der er hjælp fra kommunen nu: nej. Det er 12 dage gammelt. Det er rettet siden.",
                        "Alder: 7-12 år. Det er helt nyt. Det er trukket tilbage siden.");
    }

    @Test
    void listsWhatWasNotKnownWhatWasTakenBackAndWhatWasTooOld() {
        assertThat(lines(flag().to(Audience.PARENT, Language.ENGLISH), "What did we not know?"))
                .containsExactly(
                        "Days away from day care without word: We have nothing new on this.",
                        "The family has registered arrears with the municipality: The source has taken this back. It did not count.",
                        "Time a parent had no job in the last year: This was too old. It did not count.",
                        "When we do not know, it is not the same as no.");
    }

    @Test
    void usesEveryContributionOfTheFlagThatDidSomething() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Told told = ToldFlags.any(random, SEVENTY);
            FamilyExplanation danish = told.to(Audience.CHILD, Language.DANISH);
            long raised = told.strength().raising().size();
            long lowered = told.strength().contributions().stream()
                    .filter(each -> each.effect() < 0)
                    .count();
            assertThat(lines(danish, "Hvad talte mest?")).hasSize((int) Math.max(1, raised));
            assertThat(lines(danish, "Hvad trak den anden vej?")).hasSize((int) Math.max(1, lowered));
        }
    }

    @Test
    void saysTheSameLineByLineInBothLanguages() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Told told = ToldFlags.any(random, SEVENTY);
            for (Audience audience : Audience.values()) {
                assertThat(told.to(audience, Language.ENGLISH).lines())
                        .hasSameSizeAs(told.to(audience, Language.DANISH).lines());
            }
        }
    }

    @Test
    void hasPlainWordsForEveryOpenIndicator() {
        assertThat(FactWords.told())
                .containsExactlyInAnyOrderElementsOf(ToldFlags.OPEN.stream()
                        .map(Indicator::id)
                        .map(IndicatorId::value)
                        .toList());
    }

    @Test
    void namesAFactByItsIdWhenTheCatalogueHasItNoMore() {
        assertThat(new FactWords(ToldFlags.CATALOGUE, Language.DANISH).name(new IndicatorId("GONE_FACT")))
                .isEqualTo("GONE_FACT");
    }

    @Test
    void speaksToTheChildAndOfTheChild() {
        assertThat(text(flag().to(Audience.CHILD, Language.DANISH)))
                .contains("om dig")
                .doesNotContain("{", "dit barn");
        assertThat(text(flag().to(Audience.PARENT, Language.DANISH)))
                .contains("om dit barn")
                .doesNotContain("{");
        assertThat(text(flag().to(Audience.CHILD, Language.ENGLISH)))
                .contains("about you")
                .doesNotContain("your child");
    }

    @Test
    void whatTheSourceTookBackIsToldApartFromWhatWasNeverThere() {
        List<String> danish = lines(flag().to(Audience.PARENT, Language.DANISH), "Hvad vidste vi ikke?");
        List<String> english = lines(flag().to(Audience.CHILD, Language.ENGLISH), "What did we not know?");

        assertThat(danish)
                .filteredOn(line -> line.contains("kilden trukket tilbage"))
                .hasSize(1);
        assertThat(danish).filteredOn(line -> line.contains("intet nyt")).hasSize(1);
        assertThat(english)
                .filteredOn(line -> line.contains("source has taken this back"))
                .hasSize(1);
        assertThat(english).filteredOn(line -> line.contains("nothing new")).hasSize(1);
    }

    private static List<String> lines(FamilyExplanation told, String heading) {
        return told.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .lines();
    }

    private static Told flag() {
        LocalDate day = ToldFlags.AS_OF;
        List<FlagFacts.Fact> facts = List.of(
                ToldFlags.fact(
                        new IndicatorId("NOTIF_PRIOR"), 3, day.minusYears(1), day.minusDays(1), FlagFacts.Change.NONE),
                ToldFlags.fact(
                        new IndicatorId("SUP_RUNNING"),
                        0,
                        day.minusDays(12),
                        day.minusDays(12),
                        FlagFacts.Change.CORRECTED),
                ToldFlags.fact(new IndicatorId("AGE_BAND"), 3, day, day, FlagFacts.Change.RETRACTED));
        List<FlagStrength.Contribution> contributions = List.of(
                new FlagStrength.Contribution(new IndicatorId("DAY_ABS"), -1, 0.1, 0.1),
                new FlagStrength.Contribution(new IndicatorId("SUP_RUNNING"), 0, -0.2, -0.2),
                new FlagStrength.Contribution(new IndicatorId("AGE_BAND"), 2, -0.3, -0.3),
                new FlagStrength.Contribution(new IndicatorId("NOTIF_PRIOR"), 2, 0.9, 0.9));
        return new Told(
                ToldFlags.facts(
                        facts,
                        List.of(new IndicatorId("DAY_ABS")),
                        List.of(new IndicatorId("DEBT")),
                        List.of(new IndicatorId("PAR_UNEMP"))),
                new FlagStrength(0.6, 0.5, 0.4, -1, -1, contributions, SEVENTY));
    }
}
