package dk.rettidig.synthetic;

import dk.rettidig.synthetic.FaultCounts.Kind;
import dk.rettidig.synthetic.MunicipalTally.Column;
import dk.rettidig.synthetic.PopulationTally.Count;
import java.util.ArrayList;
import java.util.List;

/** The known answers of a population, in the order of the defects. */
final class KnownAnswers {

    private static final double PUBLISHED_ABSENCE = .059;
    private static final double ABSENCE_IN_DRIFT = .080;
    private static final double PUBLISHED_OVER_TEN = .147;
    private static final double OVER_TEN_IN_DRIFT = .26;

    private final PopulationSettings settings;
    private final PopulationTally tally;
    private final List<KnownAnswer> answers = new ArrayList<>();

    private KnownAnswers(PopulationSettings settings, PopulationTally tally) {
        this.settings = settings;
        this.tally = tally;
    }

    static List<KnownAnswer> of(PopulationSettings settings, PopulationTally tally) {
        KnownAnswers known = new KnownAnswers(settings, tally);
        known.people();
        known.drift();
        known.feeds();
        known.places();
        return List.copyOf(known.answers);
    }

    private void people() {
        BiasTally bias = tally.defects().bias();
        SilenceTally silence = tally.defects().silence();
        add(Defect.GROUP_BIAS, "group_odds", "odds for g ved ens behov", Defect.GROUP_ODDS, 1, .25, bias.oddsRatio());
        add(
                Defect.GROUP_BIAS,
                "false_alarm_odds",
                "odds for g uden behov",
                new NotificationOdds(settings).falseAlarmOdds(new NeedModel()),
                1,
                .20,
                bias.falseAlarmOdds());
        double unregistered = 1 - tally.share(Count.REGISTERED, Count.FOUND);
        add(Defect.LABEL_NOISE, "unregistered", "hjulpet uden indsats", Defect.UNREGISTERED, 0, .06, unregistered);
        double school = SilenceTally.planted(SyntheticFeed.SCHOOL);
        add(
                Defect.SURVEILLANCE,
                "outside_school",
                "elever uden for skolefeed",
                school,
                0,
                .02,
                silence.share(SyntheticFeed.SCHOOL));
        double gradient = SilenceTally.planted(SyntheticFeed.SCHOOL, 0)
                - SilenceTally.planted(SyntheticFeed.SCHOOL, SilenceTally.FIFTHS - 1);
        double found =
                silence.share(SyntheticFeed.SCHOOL, 0) - silence.share(SyntheticFeed.SCHOOL, SilenceTally.FIFTHS - 1);
        add(Defect.SURVEILLANCE, "outside_school_by_factor", "laveste mod højeste F", gradient, 0, .03, found);
    }

    private void drift() {
        SeasonTally season = tally.defects().season();
        double pupils = tally.applicable(SyntheticIndicator.SCH_ABS_ALL);
        add(Defect.DRIFT, "silenced", "udeblevne underretninger", Defect.SILENCED, 0, .10, season.silencedShare());
        add(Defect.DRIFT, "quarter_ratio", "kvartal mod før, skole", Defect.SILENCED, 1, .20, season.quarterRatio());
        add(
                Defect.DRIFT,
                "absence_mean",
                "skolefravær, gennemsnit",
                ABSENCE_IN_DRIFT,
                PUBLISHED_ABSENCE,
                .006,
                tally.mean(SyntheticIndicator.SCH_ABS_ALL));
        add(
                Defect.DRIFT,
                "absent_over_ten",
                "elever over 10 % fravær",
                OVER_TEN_IN_DRIFT,
                PUBLISHED_OVER_TEN,
                .03,
                tally.count(Count.OVER_TEN) / pupils);
    }

    private void feeds() {
        FaultCounts faults = tally.defects().faults();
        double facts = faults.of(Kind.FACTS);
        add(
                Defect.DUPLICATES,
                "duplicates",
                "rækker to gange",
                Defect.DUPLICATED,
                0,
                .002,
                faults.of(Kind.DUPLICATES) / facts);
        add(
                Defect.LATE,
                "late",
                "for sent kendte rækker",
                Defect.LATE_SHARE,
                0,
                .005,
                faults.of(Kind.LATE) / (double) faults.of(Kind.TIMELY));
        add(
                Defect.CORRECTIONS,
                "corrections",
                "rettede rækker",
                Defect.CORRECTED,
                0,
                .001,
                faults.of(Kind.CORRECTIONS) / facts);
    }

    private void places() {
        MunicipalTally municipal = tally.defects().municipal();
        double moved = municipal.of(Column.MOVED_AWAY);
        double children = tally.count(Count.CHILDREN);
        add(Defect.MOVED, "moved_away", "flyttede børn", Defect.MOVED_SHARE, 0, .003, moved / children);
        if (settings.made().stream().filter(each -> each.children() > 0).count() > 1) {
            double arrived = moved == 0 ? 0 : municipal.of(Column.MOVED_IN) / moved;
            add(Defect.MOVED, "arrived", "flyttede, kendt to steder", 1, 0, .01, arrived);
        }
        double unborn = municipal.of(Column.UNBORN) / (double) tally.count(Count.NOTIFIED);
        add(Defect.UNBORN, "unborn", "ufødte pr. underrettet", Defect.UNBORN_SHARE, 0, .01, unborn);
        add(
                Defect.SMALL_CELLS,
                "small_municipalities",
                "kommuner under 500 børn",
                small(SmallCells.plantedIn(settings.municipalities())),
                small(settings.municipalities()),
                .4,
                small(settings.made()));
    }

    private static double small(List<SyntheticMunicipality> municipalities) {
        return municipalities.stream()
                .filter(each -> each.children() < SmallCells.SMALL_BELOW)
                .count();
    }

    private void add(
            Defect defect, String id, String danish, double planted, double otherwise, double tolerance, double found) {
        answers.add(new KnownAnswer(defect, id, danish, settings.has(defect), planted, otherwise, tolerance, found));
    }
}
