package dk.rettidig.synthetic;

import dk.rettidig.synthetic.FamilyGenerator.Sketch;
import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.Outcomes;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.util.Optional;

/** What becomes of a child. Immutable. */
final class OutcomeDraw {

    /** An assessment ends two to six months after the notification, any day alike: assumed. */
    private static final int ASSESSED_FROM = 60;

    private static final int ASSESSED_TO = 182;

    private final PopulationSettings settings;
    private final PopulationModel model;

    OutcomeDraw(PopulationSettings settings, PopulationModel model) {
        this.settings = settings;
        this.model = model;
    }

    /** The outcomes; {@code yearAfter} is whether the next cohort's register shows a notification, where there is one. */
    Outcomes of(Sketch sketch, Optional<Boolean> yearAfter) {
        Person person = sketch.person();
        Latent latent = sketch.latent();
        boolean notified = sketch.history().notified();
        Draws draws = Draws.ofChild(settings, Draws.Purpose.OUTCOME, person);
        boolean found = model.need().isFound(latent.need(), draws.uniform()) && notified;
        boolean unregistered = draws.chance(Defect.UNREGISTERED) && settings.has(Defect.LABEL_NOISE);
        boolean again = draws.chance(model.odds().probability(Liability.NOTIFIED_AGAIN, person, latent));
        return new Outcomes(
                found,
                found && !unregistered,
                yearAfter.orElse(again),
                isTrue(Liability.GRAVE, latent, draws),
                isTrue(Liability.PLACED, latent, draws),
                notified ? assessmentDays(person) : 0);
    }

    private int assessmentDays(Person person) {
        Draws draws = Draws.ofChild(settings, Draws.Purpose.ASSESSMENT, person);
        return ASSESSED_FROM + draws.below(ASSESSED_TO - ASSESSED_FROM + 1);
    }

    private static boolean isTrue(Liability liability, Latent latent, Draws draws) {
        return liability.isTrue(liability.of(latent.family(), latent.child(), draws.normal()));
    }
}
