package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Outcomes;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.time.LocalDate;
import java.util.stream.Collectors;

/**
 * The truth about each child, which no feed contains: for training, evaluation and audits of synthetic data. Numbers have
 * at most four decimals, so that no run of ten digits can arise.
 */
final class TruthFile {

    /** The first line of the file; readers skip lines that begin with {@code #}. */
    static final String NOTICE = "# Synthetic: no child here exists. Truth for evaluation; never part of a delivery.\n";

    /** The columns, none of which is a field of a delivery's row but for the pseudonym. */
    static final String HEADER = "child,pseudonym,municipality,family,age,sex,group_g,factor_f,factor_c,need,"
            + "assessed_need_n,registered_measure,notified_again_a,grave_g,placed_b,notifications,days_since,"
            + "notifier_group,in_scope,moved_days_ago,moved_to,moved_pseudonym,assessed_on,silenced,silent_feeds\n";

    private final PopulationSettings settings;
    private final Moves moves;

    TruthFile(PopulationSettings settings, Moves moves) {
        this.settings = settings;
        this.moves = moves;
    }

    /** Appends the child's line. */
    void append(StringBuilder out, SyntheticChild child, String pseudonym) {
        Person person = child.person();
        Latent latent = child.latent();
        out.append(person.id()).append(',').append(pseudonym).append(',');
        out.append(person.municipality()).append(',').append(person.familyId()).append(',');
        out.append(person.age()).append(',').append(person.girl() ? 'F' : 'M').append(',');
        bit(out, person.groupG());
        out.append(rounded(latent.family()))
                .append(',')
                .append(rounded(latent.child()))
                .append(',');
        bit(out, latent.need());
        outcomes(out, child.outcomes());
        NotificationHistory history = child.history();
        out.append(history.count()).append(',');
        out.append(history.notified() ? Integer.toString(history.daysSince()) : "")
                .append(',');
        out.append(history.notified() ? Integer.toString(history.notifier()) : "")
                .append(',');
        bit(out, child.inScope(settings.scopeDays()));
        move(out, child);
        out.append(child.assessedOn(settings.day()).map(LocalDate::toString).orElse(""))
                .append(',');
        bit(out, history.silenced());
        out.append(SilenceTally.FEEDS.stream()
                .filter(child::isSilent)
                .map(SyntheticFeed::id)
                .collect(Collectors.joining("|")));
        out.append('\n');
    }

    /** When it moved, where to, and its pseudonym there; empty where it didn't, or moved to no municipality that is made. */
    private void move(StringBuilder out, SyntheticChild child) {
        Person person = child.person();
        if (person.movedDaysAgo() < 0) {
            out.append(",,,");
            return;
        }
        out.append(person.movedDaysAgo()).append(',');
        int destination = moves.destination(person.municipality(), person.family());
        if (destination == Moves.OUTSIDE) {
            out.append(",,");
        } else {
            out.append(destination)
                    .append(',')
                    .append(child.pseudonymText(destination))
                    .append(',');
        }
    }

    private static void outcomes(StringBuilder out, Outcomes outcomes) {
        bit(out, outcomes.assessedNeed());
        bit(out, outcomes.registeredMeasure());
        bit(out, outcomes.notifiedAgain());
        bit(out, outcomes.grave());
        bit(out, outcomes.placed());
    }

    private static void bit(StringBuilder out, boolean value) {
        out.append(value ? '1' : '0').append(',');
    }

    private static double rounded(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }
}
