package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one family at a time, each from its own draws: any family of any municipality can be made alone. Immutable but
 * for the pseudonyms' digest; made once per block of families.
 */
final class FamilyGenerator {

    /** Share of families with one, two, three and four children; a mean of 1.94 (about two, assumed). */
    private static final double[] SIZES = {.35, .77, .94, 1};

    /** Correlation of the need's own noise with that of the year after: assumed; need in all then goes with .90. */
    private static final double STABLE_NEED = .6;
    /** The same of being outside a source: who uses a private school stays there. */
    private static final double STABLE_SILENCE = .9;

    private static final int GROWN = 18;

    private final PopulationSettings settings;
    private final PopulationModel model;
    private final PseudonymSource pseudonyms;
    private final OutcomeDraw outcomes;
    private final Optional<FamilyGenerator> yearAfter;

    FamilyGenerator(PopulationSettings settings, PopulationModel model) {
        this.settings = settings;
        this.model = model;
        this.pseudonyms = new PseudonymSource(settings.seed());
        this.outcomes = new OutcomeDraw(settings, model);
        this.yearAfter =
                model.yearAfter().map(after -> new FamilyGenerator(settings.before(settings.yearsBefore() - 1), after));
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
    record Sketch(Person person, Latent latent, double need, NotificationHistory history) {}

    private Sketch sketch(FamilyFacts facts, int municipality, int family, int number) {
        Draws youngest = Draws.ofChild(settings, Draws.Purpose.CHILD, municipality, number, 0);
        int ageAndSex = DanishPopulation.ageAndSex(youngest.lasting(1).uniform());
        int age = ageAndSex / 2 - settings.yearsBefore();
        int generation = age < 0 ? 1 : 0;
        Draws draws = youngest;
        if (generation > 0) {
            draws = Draws.ofChild(settings, Draws.Purpose.CHILD, municipality, number, generation)
                    .lasting(1);
            ageAndSex = DanishPopulation.ageAndSex(draws.uniform());
            age += GROWN;
        }
        double child = draws.normal();
        double need = model.need()
                .liability(facts.factor(), child, draws.lasting(STABLE_NEED).normal());
        Person person = new Person(
                municipality,
                number,
                family,
                age,
                ageAndSex % 2 == 1,
                facts.groupG(),
                facts.movedDaysAgo(),
                generation);
        Latent latent = new Latent(facts.factor(), child, model.need().isNeed(need));
        return new Sketch(person, latent, need, history(person, latent, need));
    }

    private NotificationHistory history(Person person, Latent latent, double need) {
        Draws draws = Draws.ofChild(settings, Draws.Purpose.NOTIFICATION, person);
        return draws.chance(model.odds().probability(Liability.NOTIFIED_LAST_YEAR, person, latent))
                ? model.year().of(person, need, draws)
                : NotificationHistory.NONE;
    }

    /** What the next cohort's register shows of this child; nothing in the latest cohort and of who turns 18 before it. */
    private Optional<Boolean> isNotifiedInTheYearAfter(FamilyFacts facts, Person person) {
        return yearAfter
                .map(after -> after.sketch(facts, person.municipality(), person.family(), person.number()))
                .filter(same -> same.person.generation() == person.generation())
                .map(same -> same.history.notified());
    }

    private SyntheticChild finish(FamilyFacts facts, Sketch sketch, int siblingNotifications) {
        Person person = sketch.person;
        Draws draws = Draws.ofChild(settings, Draws.Purpose.INDICATOR, person);
        ChildFacts values = new ChildFacts(model, facts, sketch.latent, sketch.need, draws);
        return new SyntheticChild(
                person,
                sketch.latent,
                outcomes.of(sketch, isNotifiedInTheYearAfter(facts, person)),
                sketch.history,
                values.of(person, sketch.history, siblingNotifications),
                silent(person, facts.factor()),
                pseudonyms);
    }

    private Set<SyntheticFeed> silent(Person person, double familyFactor) {
        EnumSet<SyntheticFeed> silent = EnumSet.noneOf(SyntheticFeed.class);
        if (!settings.has(Defect.SURVEILLANCE)) {
            return silent;
        }
        Draws draws =
                Draws.ofChild(settings, Draws.Purpose.SURVEILLANCE, person).lasting(STABLE_SILENCE);
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            if (draws.chance(feed.silence(familyFactor))) {
                silent.add(feed);
            }
        }
        return silent;
    }
}
