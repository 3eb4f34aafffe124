package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.util.Arrays;

/** The true values of one child's indicators; NaN where an indicator doesn't apply. */
final class ChildFacts {

    private static final int SCHOOL_FROM = 6;
    private static final int SCHOOL_TO = 16;
    private static final int DAYCARE_FROM = 1;
    /** The age of criminal responsibility is 15; suspicions are recorded from about 12. */
    private static final int CHARGED_FROM = 12;

    /** How noise goes with that of the year after: assumed; the age of the mother at the birth doesn't change. */
    private static final double HABITS = .6;

    private static final double SUPPORT = .8;
    private static final double EVENTS = .3;

    private final PopulationModel model;
    private final FamilyFacts family;
    private final Latent latent;
    private final double need;
    private final Draws draws;
    private final double[] values = new double[SyntheticIndicator.values().length];

    ChildFacts(PopulationModel model, FamilyFacts family, Latent latent, double need, Draws draws) {
        this.model = model;
        this.family = family;
        this.latent = latent;
        this.need = need;
        this.draws = draws;
    }

    double[] of(Person person, NotificationHistory history, int siblingNotifications) {
        Arrays.fill(values, Double.NaN);
        notifications(person, history, siblingNotifications);
        draws.lasting(HABITS);
        absence(person.age());
        draws.lasting(SUPPORT);
        set(SyntheticIndicator.SUP_RUNNING, model.need().isSupportRunning(need, draws.normal()));
        set(SyntheticIndicator.SUP_EARLIER, model.need().hadSupport(need, draws.normal()));
        parents();
        ofTheChild(person.age());
        professionals(history);
        return values;
    }

    /** The latest notifier's group says whether it was one; of the others, as many as of all notifications. */
    private void professionals(NotificationHistory history) {
        int count = 0;
        for (int i = 0; i < history.count(); i++) {
            boolean professional = i == 0
                    ? Notifier.withCode(history.notifier()).isProfessional()
                    : draws.chance(Notifier.PROFESSIONAL_SHARE);
            count += professional ? 1 : 0;
        }
        set(SyntheticIndicator.NOTIF_PROF, count);
    }

    private void notifications(Person person, NotificationHistory history, int siblingNotifications) {
        set(SyntheticIndicator.NOTIF_PRIOR, history.count());
        if (history.notified()) {
            set(SyntheticIndicator.NOTIF_SINCE, history.daysSince());
            set(SyntheticIndicator.NOTIF_GROUP, history.notifier());
        }
        set(SyntheticIndicator.SIB_NOTIF, siblingNotifications);
        set(SyntheticIndicator.AGE_BAND, person.ageBand());
    }

    private void absence(int age) {
        double school = draws.normal();
        double unlawful = draws.normal();
        double dayCare = draws.normal();
        if (age >= SCHOOL_FROM && age <= SCHOOL_TO) {
            double all = model.absence().school(Liability.ABSENT.of(latent.family(), latent.child(), school));
            set(SyntheticIndicator.SCH_ABS_ALL, all);
            set(
                    SyntheticIndicator.SCH_ABS_UNL,
                    model.absence().unlawful(latent.family(), latent.child(), unlawful, all));
        } else if (age >= DAYCARE_FROM && age < SCHOOL_FROM) {
            set(SyntheticIndicator.DAY_ABS, model.absence().dayCare(latent.family(), latent.child(), dayCare));
        }
    }

    private void parents() {
        set(SyntheticIndicator.PAR_BENEFIT, family.benefitMonths() > 0);
        set(SyntheticIndicator.PAR_UNEMP, family.monthsWithoutWork());
        set(SyntheticIndicator.RES_MOVES, family.moves());
        set(SyntheticIndicator.EVICT, family.evicted());
        set(SyntheticIndicator.PAR_PSYCH, family.psychiatric());
        set(SyntheticIndicator.PAR_SUBST, family.substance());
        set(SyntheticIndicator.PAR_APART, family.apart());
        set(SyntheticIndicator.PAR_EDU, family.lowEducation());
    }

    /** A conviction and the mother's age are drawn for each child: half-siblings don't share both parents. */
    private void ofTheChild(int age) {
        draws.lasting(EVENTS);
        set(SyntheticIndicator.PAR_CRIM, isTrue(Liability.CONVICTED));
        draws.lasting(1);
        set(SyntheticIndicator.MOTHER_YOUNG, isTrue(Liability.YOUNG_MOTHER));
        draws.lasting(EVENTS);
        set(SyntheticIndicator.CHILD_DENT_NS, isTrue(Liability.MISSED_DENTIST));
        set(SyntheticIndicator.CHILD_HV_NS, isTrue(Liability.MISSED_VISIT));
        boolean charged = isTrue(Liability.CHARGED);
        if (age >= CHARGED_FROM) {
            set(SyntheticIndicator.CHILD_CHARGE, charged);
        }
    }

    private boolean isTrue(Liability liability) {
        return liability.isTrue(liability.of(latent.family(), latent.child(), draws.normal()));
    }

    private void set(SyntheticIndicator indicator, double value) {
        values[indicator.position()] = value;
    }

    private void set(SyntheticIndicator indicator, boolean value) {
        set(indicator, value ? 1 : 0);
    }
}
