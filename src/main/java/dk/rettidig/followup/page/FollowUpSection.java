package dk.rettidig.followup.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUps.Waiting;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follow-up in the navigation and on the front page. */
@Singleton
class FollowUpSection implements SiteSection {

    private static final Set<String> UNIT = Set.of(ActorKind.CASEWORKER.id(), ActorKind.TEAM_LEADER.id());

    private final FollowUpDesk desk;
    private final CurrentActor actor;

    FollowUpSection(FollowUpDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String path() {
        return "/follow-up";
    }

    @Override
    public String title(Language language) {
        return language.choose("Opfølgning", "Follow-up");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return UNIT.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        Optional<MunicipalityCode> municipality = actor.get().municipality();
        return municipality
                .map(desk::waiting)
                .filter(waiting -> waiting.open() > 0)
                .map(waiting -> List.of(today(waiting, language)))
                .orElse(List.of());
    }

    private static Today today(Waiting waiting, Language language) {
        String number = Words.count(waiting.open(), language);
        String longest = waiting.longest().map(at -> Words.date(at, language)).orElse("–");
        return new Today(
                language.choose(
                        number + (waiting.open() == 1 ? " barn" : " børn") + " uden registreret indsats",
                        number + (waiting.open() == 1 ? " child" : " children") + " without a registered measure"),
                language.choose(
                        "Gentagne eller grove underretninger. Det ældste har været på listen siden " + longest + ".",
                        "Repeated or grave notifications. The oldest has been on the list since " + longest + "."),
                "/follow-up",
                language.choose("Se opfølgningen", "See the follow-up"));
    }
}
