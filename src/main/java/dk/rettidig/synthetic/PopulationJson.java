package dk.rettidig.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.synthetic.MunicipalTally.Column;

/** {@code population.json}: the same settings give the same bytes, and no number in it has more than five decimals. */
final class PopulationJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double DECIMALS = 100_000;

    private final PopulationSettings settings;
    private final PopulationReport report;
    private final DefectTally defects;

    PopulationJson(PopulationSettings settings, PopulationReport report, DefectTally defects) {
        this.settings = settings;
        this.report = report;
        this.defects = defects;
    }

    String text(FeedFormat format) {
        ObjectNode root = JSON.createObjectNode();
        root.put("synthetic", true);
        root.put("notice", "No child here exists. Pseudonyms are derived from the seed.");
        root.put("seed", settings.seed());
        root.put("as_of", settings.day().toString());
        root.put("years_before", settings.yearsBefore());
        settings.publishedYear().ifPresent(year -> root.put("published_year", year.year()));
        root.put("scope_days", settings.scopeDays());
        root.put("format", format.extension());
        root.put("media_type", format.mediaType());
        ArrayNode planted = root.putArray("defects");
        settings.defects().stream()
                .filter(settings::has)
                .map(Defect::id)
                .sorted()
                .forEach(planted::add);
        root.put("children", report.children());
        root.put("in_scope", report.inScope());
        root.put("unborn_notifications", report.unborn());
        municipalities(root.putArray("municipalities"));
        feeds(root.putArray("feeds"));
        files(root.putArray("files"));
        achieved(root.putArray("achieved"));
        answers(root.putArray("known_answers"));
        silence(root.putArray("silent_sources"));
        groups(root.putObject("groups"));
        root.put("small_counts", defects.municipal().smallCounts());
        try {
            return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    private void municipalities(ArrayNode array) {
        for (SyntheticMunicipality municipality : settings.made()) {
            ObjectNode node = array.addObject();
            node.put("code", municipality.code());
            node.put("name", municipality.name());
            for (Column column : Column.values()) {
                node.put(column.id(), defects.municipal().of(municipality.code(), column));
            }
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
        for (WrittenFile file : report.files()) {
            ObjectNode node = array.addObject();
            node.put("path", file.path());
            if (file.municipality() > 0) {
                node.put("municipality", file.municipality());
            }
            node.put("feed", file.feed());
            node.put("rows", file.rows());
            if (file.municipality() > 0) {
                node.put("duplicates", file.faults().duplicates());
                node.put("late", file.faults().late());
                node.put("corrections", file.faults().corrections());
            }
            node.put("sha256", file.digest());
        }
    }

    private void achieved(ArrayNode array) {
        for (AchievedFigure figure : report.figures()) {
            ObjectNode node = array.addObject();
            node.put("id", figure.id());
            number(node, "target", figure.target());
            number(node, "least", figure.least());
            number(node, "most", figure.most());
            number(node, "achieved", figure.achieved());
        }
    }

    private void answers(ArrayNode array) {
        for (KnownAnswer answer : report.answers()) {
            ObjectNode node = array.addObject();
            node.put("defect", answer.defect().id());
            node.put("id", answer.id());
            node.put("is_planted", answer.isPlanted());
            number(node, "planted", answer.planted());
            number(node, "otherwise", answer.otherwise());
            number(node, "tolerance", answer.tolerance());
            number(node, "found", answer.found());
        }
    }

    /** By fifths of the family factor, the first with the least. */
    private void silence(ArrayNode array) {
        for (SyntheticFeed feed : SilenceTally.FEEDS) {
            ObjectNode node = array.addObject();
            node.put("feed", feed.id());
            ArrayNode planted = node.putArray("planted_by_fifth");
            ArrayNode found = node.putArray("found_by_fifth");
            for (int fifth = 0; fifth < SilenceTally.FIFTHS; fifth++) {
                boolean has = settings.has(Defect.SURVEILLANCE);
                planted.add(has ? rounded(SilenceTally.planted(feed, fifth)) : 0);
                double share = defects.silence().share(feed, fifth);
                if (Double.isNaN(share)) {
                    found.addNull();
                } else {
                    found.add(rounded(share));
                }
            }
        }
    }

    /** What an audit by group must find: need alike, false alarms not. */
    private void groups(ObjectNode node) {
        BiasTally bias = defects.bias();
        number(node, "in_need_g", bias.inNeed(true));
        number(node, "in_need_rest", bias.inNeed(false));
        number(node, "notified_without_need_g", bias.falseAlarms(true));
        number(node, "notified_without_need_rest", bias.falseAlarms(false));
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, rounded(value));
        } else {
            node.putNull(name);
        }
    }

    /** Five decimals, so that no run of ten digits can arise. */
    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
