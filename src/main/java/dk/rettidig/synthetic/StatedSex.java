package dk.rettidig.synthetic;

import java.util.Locale;
import java.util.Optional;

/**
 * The sex that all notifications of a synthetic child state, in the shares that Statistics Denmark published of the children
 * notified in 2018.
 *
 * <p>Whether a child is notified does not depend on its sex here: the released models learnt from that population, and it stays as
 * it is. Boys are notified more often than girls, though. So some girls are stated as boys; the truth file has what they are.
 */
public enum StatedSex {
    FEMALE,
    MALE;

    private static final double BOYS = 39_225;
    private static final double GIRLS = 33_286;

    /** Unborn, or unknown. */
    private static final double NEITHER = 2_508;

    /** The word in rows and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is stated of a child, in every year the same; empty for unknown. */
    static Optional<StatedSex> of(PopulationSettings settings, SyntheticChild.Person person) {
        Draws draws = Draws.ofChild(settings, Draws.Purpose.STATED_SEX, person).lasting(1);
        boolean unknown = draws.chance(NEITHER / (BOYS + GIRLS + NEITHER));
        boolean asIs = draws.chance(GIRLS / (BOYS + GIRLS) / DanishPopulation.shareOfGirls());
        return unknown ? Optional.empty() : Optional.of(person.girl() && asIs ? FEMALE : MALE);
    }
}
