package dk.rettidig.monitoring.page;

import dk.rettidig.access.CurrentActor;
import dk.rettidig.monitoring.MonitoringDesk;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteNotice;
import dk.rettidig.web.Visitor;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Says above the pages of flags and runs that a model is paused. */
@Singleton
class PauseNotice implements SiteNotice {

    private static final Logger LOG = Logger.getLogger(PauseNotice.class);

    private final MonitoringDesk desk;
    private final CurrentActor actor;

    PauseNotice(MonitoringDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public List<Notice> notices(Visitor visitor, Language language) {
        try {
            return desk.paused(actor.get()).stream()
                    .map(model -> paused(model, visitor, language))
                    .toList();
        } catch (RuntimeException unreadable) {
            LOG.warn("pauses cannot be read", unreadable);
            return List.of(new Notice(
                    language.choose("Måske markeres ingen lige nu", "Perhaps nobody is flagged at the moment"),
                    language.choose(
                            "Det kan ikke læses, om en model er sat på pause. Imens bliver ingen markeret.",
                            "It cannot be read whether a model is paused. Meanwhile nobody is flagged."),
                    "",
                    ""));
        }
    }

    private static Notice paused(ModelRef model, Visitor visitor, Language language) {
        boolean reader = MonitoringSection.READERS.contains(visitor.role());
        return new Notice(
                language.choose("Markering er sat på pause", "Flagging is paused"),
                language.choose(
                        "Modellen " + model + " markerer ingen, fordi et tal gik ud over sin grænse. Læs sagerne som"
                                + " ellers: at et barn ikke er markeret, siger intet.",
                        "The model " + model + " flags nobody because a figure passed its limit. Read the cases as"
                                + " otherwise: that a child is not flagged says nothing."),
                reader ? "/monitoring" : "",
                reader ? language.choose("Se hvorfor", "See why") : "");
    }
}
