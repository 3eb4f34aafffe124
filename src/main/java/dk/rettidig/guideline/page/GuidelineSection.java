package dk.rettidig.guideline.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.guideline.GapKind;
import dk.rettidig.guideline.GuidelineDesk;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guidelines in the navigation; the team leader's front page says what nobody looked at in time. */
@Singleton
class GuidelineSection implements SiteSection {

    private static final Set<String> READERS = Set.of(
            ActorKind.TEAM_LEADER.id(),
            ActorKind.LEGAL_REVIEWER.id(),
            ActorKind.CASEWORKER.id(),
            ActorKind.DATA_PROTECTION_OFFICER.id(),
            ActorKind.CITIZENS_ADVISER.id());

    private final GuidelineDesk desk;
    private final CurrentActor actor;

    GuidelineSection(GuidelineDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String path() {
        return "/guidelines";
    }

    @Override
    public String title(Language language) {
        return language.choose("Retningslinjer", "Guidelines");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return READERS.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        if (!visitor.role().equals(ActorKind.TEAM_LEADER.id())) {
            return List.of();
        }
        Map<GapKind, Integer> gaps = desk.overview(actor.get()).gapCounts();
        List<Today> today = new ArrayList<>();
        int reviews = gaps.getOrDefault(GapKind.REVIEW_OVERDUE, 0);
        if (reviews > 0) {
            today.add(reviews(reviews, language));
        }
        int improvements = gaps.getOrDefault(GapKind.IMPROVEMENT_OVERDUE, 0);
        if (improvements > 0) {
            today.add(improvements(improvements, language));
        }
        return today;
    }

    private static Today reviews(int count, Language language) {
        return item(
                language.choose(
                        count + (count == 1 ? " retningslinje" : " retningslinjer") + " efter revisionsdagen",
                        count + (count == 1 ? " guideline" : " guidelines") + " past the review day"),
                language.choose("Den, der ejer den, skal se den efter.", "Whoever owns it must look at it again."),
                language);
    }

    private static Today improvements(int count, Language language) {
        return item(
                language.choose(
                        count + (count == 1 ? " forbedring" : " forbedringer") + " af retningslinjer efter dagen",
                        count + (count == 1 ? " improvement" : " improvements") + " of guidelines past the day"),
                language.choose(
                        "Selvtjekket siger delvist eller nej, og dagen for forbedring er passeret.",
                        "The self-check says partly or no, and the day for improvement has passed."),
                language);
    }

    private static Today item(String heading, String text, Language language) {
        return new Today(heading, text, "/guidelines", language.choose("Se retningslinjerne", "See the guidelines"));
    }
}
