package dk.rettidig.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.synthetic.PopulationTally.Count;
import java.util.List;

/** What was made: settings, files with their digests, achieved against target. */
public final class PopulationReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double DECIMALS = 100_000;

    private final PopulationSettings settings;
    private final FeedFormat format;
    private final List<WrittenFile> files;
    private final List<AchievedFigure> figures;
    private final long children;
    private final long inScope;
    private final long unborn;

    PopulationReport(PopulationSettings settings, FeedFormat format, List<WrittenFile> files, PopulationTally tally) {
        this.settings = settings;
        this.format = format;
        this.files = List.copyOf(files);
        this.figures = AchievedFigures.of(tally);
        this.children = tally.count(Count.CHILDREN);
        this.inScope = tally.count(Count.IN_SCOPE);
        this.unborn = settings.has(Defect.UNBORN) ? Math.round(tally.count(Count.NOTIFIED) * Defect.UNBORN_SHARE) : 0;
    }

    /** The files in the order in which they were written; {@code population.json} itself isn't among them. */
    public List<WrittenFile> files() {
        return files;
    }

    /** Achieved against target. */
    public List<AchievedFigure> figures() {
        return figures;
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
        ObjectNode root = JSON.createObjectNode();
        root.put("synthetic", true);
        root.put("notice", "No child here exists. Pseudonyms are derived from the seed.");
        root.put("seed", settings.seed());
        root.put("as_of", settings.asOf().toString());
        root.put("scope_days", settings.scopeDays());
        root.put("format", format.extension());
        root.put("media_type", format.mediaType());
        ArrayNode defects = root.putArray("defects");
        settings.defects().stream().map(Defect::id).sorted().forEach(defects::add);
        root.put("children", children);
        root.put("in_scope", inScope);
        root.put("unborn_notifications", unborn);
        municipalities(root.putArray("municipalities"));
        feeds(root.putArray("feeds"));
        files(root.putArray("files"));
        figures(root.putArray("achieved"));
        try {
            return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    private void municipalities(ArrayNode array) {
        for (SyntheticMunicipality municipality : settings.municipalities()) {
            ObjectNode node = array.addObject();
            node.put("code", municipality.code());
            node.put("name", municipality.name());
            node.put("children", municipality.children());
        }
    }

    private static void feeds(ArrayNode array) {
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            ObjectNode node = array.addObject();
            node.put("feed", feed.id());
            node.put("registry", feed.registry());
            node.put("csv_separator", feed.semicolon() ? ";" : ",");
            node.put("csv_decimal", feed.semicolon() ? "," : ".");
            ArrayNode indicators = node.putArray("indicators");
            if (feed == SyntheticFeed.SCOPE) {
                indicators.add(RowSource.SCOPE_INDICATOR);
            }
            feed.indicators().forEach(indicator -> indicators.add(indicator.name()));
        }
    }

    private void files(ArrayNode array) {
        for (WrittenFile file : files) {
            ObjectNode node = array.addObject();
            node.put("path", file.path());
            if (file.municipality() > 0) {
                node.put("municipality", file.municipality());
            }
            node.put("feed", file.feed());
            node.put("rows", file.rows());
            node.put("sha256", file.digest());
        }
    }

    private void figures(ArrayNode array) {
        for (AchievedFigure figure : figures) {
            ObjectNode node = array.addObject();
            node.put("id", figure.id());
            node.put("target", rounded(figure.target()));
            node.put("least", rounded(figure.least()));
            node.put("most", rounded(figure.most()));
            if (Double.isNaN(figure.achieved())) {
                node.putNull("achieved");
            } else {
                node.put("achieved", rounded(figure.achieved()));
            }
        }
    }

    /** Five decimals, so that no run of ten digits can arise. */
    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
