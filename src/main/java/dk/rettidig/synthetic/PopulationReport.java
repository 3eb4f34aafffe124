package dk.rettidig.synthetic;

import dk.rettidig.synthetic.PopulationTally.Count;
import java.time.LocalDate;
import java.util.List;

/** What was made: settings, files with their digests, achieved against target, known answers. */
public final class PopulationReport {

    private final LocalDate day;
    private final List<WrittenFile> files;
    private final List<AchievedFigure> figures;
    private final List<KnownAnswer> answers;
    private final long children;
    private final long inScope;
    private final long unborn;
    private final String json;

    PopulationReport(PopulationSettings settings, FeedFormat format, List<WrittenFile> files, PopulationTally tally) {
        this.day = settings.day();
        this.files = List.copyOf(files);
        this.figures = AchievedFigures.of(settings, tally);
        this.answers = KnownAnswers.of(settings, tally);
        this.children = tally.count(Count.CHILDREN);
        this.inScope = tally.count(Count.IN_SCOPE);
        this.unborn = tally.defects().municipal().of(MunicipalTally.Column.UNBORN);
        this.json = new PopulationJson(settings, this, tally.defects()).text(format);
    }

    /** The as-of day of the cohort. */
    public LocalDate day() {
        return day;
    }

    /** The files in the order in which they were written; {@code population.json} itself isn't among them. */
    public List<WrittenFile> files() {
        return files;
    }

    /** Achieved against target. */
    public List<AchievedFigure> figures() {
        return figures;
    }

    /** What an audit must find, of every defect, planted or not. */
    public List<KnownAnswer> answers() {
        return answers;
    }

    /** Children in all. */
    public long children() {
        return children;
    }

    /** Children in scope at the as-of day. */
    public long inScope() {
        return inScope;
    }

    /** Notifications about unborn children, for which no row exists. */
    public long unborn() {
        return unborn;
    }

    /** Rows of all feeds. */
    public long rows() {
        return files.stream()
                .filter(file -> file.municipality() > 0)
                .mapToLong(WrittenFile::rows)
                .sum();
    }

    /** {@code population.json}: the same settings give the same bytes. */
    public String json() {
        return json;
    }
}
