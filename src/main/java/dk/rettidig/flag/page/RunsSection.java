package dk.rettidig.flag.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs in the navigation, and the latest one on the front page of the team leader. */
@Singleton
class RunsSection implements SiteSection {

    private static final Set<String> READERS =
            Set.of(ActorKind.TEAM_LEADER.id(), ActorKind.DATA_TEAM_PERSON.id(), ActorKind.DATA_PROTECTION_OFFICER.id());

    private final Runs runs;
    private final CurrentActor actor;

    RunsSection(Runs runs, CurrentActor actor) {
        this.runs = runs;
        this.actor = actor;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String path() {
        return "/runs";
    }

    @Override
    public String title(Language language) {
        return language.choose("Beregninger", "Runs");
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
        return actor.get().municipality().stream()
                .flatMap(code -> runs.list(code, Optional.empty(), 1).stream())
                .map(run -> today(run, language))
                .toList();
    }

    private static Today today(Run run, Language language) {
        String started = Words.time(run.state().startedAt(), language);
        String heading =
                switch (run.state()) {
                    case RunState.Started _ -> language.choose("En beregning er i gang", "A run is under way");
                    case RunState.Finished _ ->
                        language.choose("Den seneste beregning er færdig", "The latest run has finished");
                    case RunState.Aborted _ ->
                        language.choose("Den seneste beregning blev afbrudt", "The latest run was aborted");
                };
        return new Today(
                heading,
                language.choose("Begyndt ", "Begun ") + started + ".",
                "/runs",
                language.choose("Se beregningerne", "See the runs"));
    }
}
