package dk.rettidig.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A standing agreement to deliver from one registry of a municipality.
 *
 * <p>{@code silence} is the share of children about whom the source says nothing under {@link Defect#SURVEILLANCE}, and
 * {@code slope} how much more often (log-odds for each unit of the family factor): private schools and private dentists
 * are outside, and families in trouble are seen more by benefits and less by housing.
 */
public enum SyntheticFeed {
    SCOPE("registry-notifications", 0, 0, 1, false),
    SCHOOL("registry-school", .20, -.30, 10, false),
    DAYCARE("registry-daycare", .10, .15, 5, false),
    BENEFITS("registry-benefits", .02, -.50, 5, true),
    HOUSING("registry-housing", .05, .20, 5, false),
    NOTIFICATION_REGISTER("registry-notifications", 0, 0, 1, false),
    CASE_SYSTEM("registry-case-system", 0, 0, 1, false),
    BLOCKED("registry-blocked", .22, -.20, 5, false),
    DISABLED("registry-disabled", .04, .10, 5, false);

    private final String registry;
    private final double silence;
    private final double slope;
    private final int publicationDays;
    private final boolean semicolon;

    SyntheticFeed(String registry, double silence, double slope, int publicationDays, boolean semicolon) {
        this.registry = registry;
        this.silence = silence;
        this.slope = slope;
        this.publicationDays = publicationDays;
        this.semicolon = semicolon;
    }

    /** The name in file names and deliveries, for instance {@code notification-register}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The registry that delivers it. */
    public String registry() {
        return registry;
    }

    /** Whether its CSV has semicolons between fields and decimal commas, as Danish spreadsheets write it. */
    public boolean semicolon() {
        return semicolon;
    }

    /** Place in arrays. */
    @SuppressWarnings("EnumOrdinal") // never stored: it indexes an array that lives as long as the run
    int position() {
        return ordinal();
    }

    /** Days from the end of a period until the source knows its figures. */
    int publicationDays() {
        return publicationDays;
    }

    /** Probability that it says nothing about a child of a family with this factor. */
    double silence(double familyFactor) {
        if (silence == 0) {
            return 0;
        }
        double odds = silence / (1 - silence) * StrictMath.exp(slope * familyFactor);
        return odds / (1 + odds);
    }

    /** The indicators that it delivers; the scope feed delivers scope and no indicator. */
    public List<SyntheticIndicator> indicators() {
        return Arrays.stream(SyntheticIndicator.values())
                .filter(indicator -> indicator.feed() == this)
                .toList();
    }
}
