package dk.rettidig.synthetic;

import dk.rettidig.synthetic.MunicipalTally.Column;

/** What the known answers to the planted defects are made from; tallies of blocks add up to that of the population. */
final class DefectTally {

    private final PopulationSettings settings;
    private final BiasTally bias = new BiasTally();
    private final SilenceTally silence = new SilenceTally();
    private final SeasonTally season;
    private final MunicipalTally municipal = new MunicipalTally();
    private final FaultCounts faults = new FaultCounts();

    DefectTally(PopulationSettings settings) {
        this.settings = settings;
        this.season = new SeasonTally(settings.day());
    }

    void add(SyntheticChild child) {
        bias.add(child);
        silence.add(child);
        season.add(child.history());
        int code = child.person().municipality();
        municipal.up(code, Column.CHILDREN, true);
        municipal.up(code, Column.NOTIFIED, child.history().notified());
        municipal.up(code, Column.ASSESSED_NEED, child.outcomes().assessedNeed());
        municipal.up(code, Column.NOTIFIED_AGAIN, child.outcomes().notifiedAgain());
        municipal.up(code, Column.GRAVE, child.outcomes().grave());
        municipal.up(code, Column.PLACED, child.outcomes().placed());
        municipal.up(code, Column.UNBORN, child.history().notified() && isUnbornBeside(child));
        municipal.up(code, Column.MOVED_AWAY, child.person().movedDaysAgo() >= 0);
    }

    /** A child who moved to this municipality. */
    void arrived(int municipality) {
        municipal.up(municipality, Column.MOVED_IN, true);
    }

    void add(FaultCounts counts) {
        faults.merge(counts);
    }

    void merge(DefectTally other) {
        bias.merge(other.bias);
        silence.merge(other.silence);
        season.merge(other.season);
        municipal.merge(other.municipal);
        faults.merge(other.faults);
    }

    BiasTally bias() {
        return bias;
    }

    SilenceTally silence() {
        return silence;
    }

    SeasonTally season() {
        return season;
    }

    MunicipalTally municipal() {
        return municipal;
    }

    FaultCounts faults() {
        return faults;
    }

    /** Whether beside this child's notifications there is one about an unborn child. */
    private boolean isUnbornBeside(SyntheticChild child) {
        return settings.has(Defect.UNBORN)
                && Draws.ofChild(settings, Draws.Purpose.UNBORN, child.person()).chance(Defect.UNBORN_SHARE);
    }
}
