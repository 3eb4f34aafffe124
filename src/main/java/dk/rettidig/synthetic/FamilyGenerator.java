package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Outcomes;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one family at a time, each from its own draws: any family of any municipality can be made alone. Immutable but
 * for the pseudonyms' digest; made once per block of families.
 */
final class FamilyGenerator {

    /** Share of families with one, two, three and four children; a mean of 1.94 (about two, assumed). */
    private static final double[] SIZES = {.35, .77, .94, 1};

    private final PopulationSettings settings;
    private final PopulationModel model;
    private final PseudonymSource pseudonyms;

    FamilyGenerator(PopulationSettings settings, PopulationModel model) {
        this.settings = settings;
        this.model = model;
        this.pseudonyms = new PseudonymSource(settings.seed());
    }

    /** How many children this family has, 1 to 4. */
    static int size(long seed, int municipality, int family) {
        double point = Draws.of(seed, Draws.Purpose.FAMILY_SIZE, municipality, family, 0)
                .uniform();
        int size = 1;
        while (SIZES[size - 1] <= point) {
            size++;
        }
        return size;
    }

    /** The family's children, numbered from {@code firstChild} within the municipality. */
    List<SyntheticChild> family(int municipality, int family, int firstChild, int size) {
        FamilyFacts facts = FamilyFacts.draw(settings, municipality, family);
        List<Sketch> sketches = new ArrayList<>(size);
        int notifications = 0;
        for (int i = 0; i < size; i++) {
            Sketch sketch = sketch(facts, municipality, family, firstChild + i);
            notifications += sketch.history.count();
            sketches.add(sketch);
        }
        List<SyntheticChild> children = new ArrayList<>(size);
        for (Sketch sketch : sketches) {
            children.add(finish(facts, sketch, notifications - sketch.history.count()));
        }
        return children;
    }

    /** A child before its siblings' notifications are known. */
    private record Sketch(Person person, Latent latent, double need, NotificationHistory history) {}

    private Sketch sketch(FamilyFacts facts, int municipality, int family, int number) {
        Draws draws = draws(Draws.Purpose.CHILD, municipality, number);
        int ageAndSex = DanishPopulation.ageAndSex(draws.uniform());
        double child = draws.normal();
        double need = model.need().liability(facts.factor(), child, draws.normal());
        Person person = new Person(
                municipality, number, family, ageAndSex / 2, ageAndSex % 2 == 1, facts.groupG(), facts.movedDaysAgo());
        Latent latent = new Latent(facts.factor(), child, model.need().isNeed(need));
        return new Sketch(person, latent, need, history(person, latent, need));
    }

    private NotificationHistory history(Person person, Latent latent, double need) {
        Draws draws = draws(Draws.Purpose.NOTIFICATION, person.municipality(), person.number());
        boolean notified = draws.chance(model.odds()
                .probability(
                        Liability.NOTIFIED_LAST_YEAR,
                        person.municipality(),
                        person.groupG(),
                        latent.family(),
                        latent.child()));
        return notified ? model.year().of(person.age(), need, draws) : NotificationHistory.NONE;
    }

    private SyntheticChild finish(FamilyFacts facts, Sketch sketch, int siblingNotifications) {
        Person person = sketch.person;
        Draws draws = draws(Draws.Purpose.INDICATOR, person.municipality(), person.number());
        ChildFacts values = new ChildFacts(model, facts, sketch.latent, sketch.need, draws);
        return new SyntheticChild(
                person,
                sketch.latent,
                outcomes(sketch),
                sketch.history,
                values.of(person, sketch.history, siblingNotifications),
                silent(person, facts.factor()),
                pseudonyms);
    }

    private Outcomes outcomes(Sketch sketch) {
        Person person = sketch.person;
        Latent latent = sketch.latent;
        Draws draws = draws(Draws.Purpose.OUTCOME, person.municipality(), person.number());
        boolean found = model.need().isFound(latent.need(), draws.uniform()) && sketch.history.notified();
        boolean unregistered = draws.chance(Defect.UNREGISTERED) && settings.has(Defect.LABEL_NOISE);
        boolean again = draws.chance(model.odds()
                .probability(
                        Liability.NOTIFIED_AGAIN,
                        person.municipality(),
                        person.groupG(),
                        latent.family(),
                        latent.child()));
        return new Outcomes(
                found,
                found && !unregistered,
                again,
                isTrue(Liability.GRAVE, latent, draws),
                isTrue(Liability.PLACED, latent, draws));
    }

    private static boolean isTrue(Liability liability, Latent latent, Draws draws) {
        return liability.isTrue(liability.of(latent.family(), latent.child(), draws.normal()));
    }

    private Set<SyntheticFeed> silent(Person person, double familyFactor) {
        EnumSet<SyntheticFeed> silent = EnumSet.noneOf(SyntheticFeed.class);
        if (!settings.has(Defect.SURVEILLANCE)) {
            return silent;
        }
        Draws draws = draws(Draws.Purpose.SURVEILLANCE, person.municipality(), person.number());
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            if (draws.chance(feed.silence(familyFactor))) {
                silent.add(feed);
            }
        }
        return silent;
    }

    private Draws draws(Draws.Purpose purpose, int municipality, int number) {
        return Draws.of(settings.seed(), purpose, municipality, number, 1);
    }
}
