package dk.rettidig.modelling.csv;

import static dk.rettidig.modelling.csv.GroupCountsFile.malformed;

import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.evaluation.GroupCounts.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of a table of counts as they come, each checked, then the table as a whole. Not for several threads. */
final class CountLines {

    private static final int MOST_VALUES = 100;
    private static final int MOST_LINES = 20_000;
    private static final int LONGEST = 60;
    private static final int MANY = 20;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,12})?");
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9]{6}[- ]?[0-9]{4}|[0-9]{7,}|[A-Za-z0-9_-]{43,}|[0-9a-fA-F]{32,}"
                    + "|[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private final boolean banded;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Key, Long> seen = new LinkedHashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<Double> scores = new TreeSet<>();
    private final Map<String, Long> totals = new HashMap<>();

    CountLines(boolean banded) {
        this.banded = banded;
    }

    /** A line as it is written. */
    record Line(long number, String attribute, String value, String score, String outcome, String count) {}

    private record Key(String attribute, String value, double score, boolean outcome) {

        Key other() {
            return new Key(attribute, value, score, !outcome);
        }
    }

    void add(Line line) {
        text(line, "attribute", line.attribute());
        text(line, "value", line.value());
        double score = banded ? band(line) : decision(line);
        boolean outcome = outcome(line);
        int count = count(line);
        Key key = new Key(line.attribute(), line.value(), score, outcome);
        Long before = seen.putIfAbsent(key, line.number());
        if (before != null) {
            throw people(line.number(), "the same attribute, value, score and outcome as line " + before);
        }
        Set<String> known = values.computeIfAbsent(line.attribute(), _ -> new HashSet<>());
        known.add(line.value());
        scores.add(score);
        if (known.size() > MOST_VALUES || scores.size() > MOST_VALUES || seen.size() > MOST_LINES) {
            throw people(line.number(), "more than " + MOST_VALUES + " values or bands are no groups");
        }
        if (totals.merge(line.attribute(), (long) count, Long::sum) > Integer.MAX_VALUE) {
            throw malformed(line.number(), "count", "at most " + Integer.MAX_VALUE + " people in all");
        }
        cells.add(new Cell(line.attribute(), line.value(), score, outcome, count));
    }

    private static void text(Line line, String column, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw malformed(line.number(), column, "a text of 1 to " + LONGEST + " characters");
        }
        if (IDENTIFIER.matcher(text).find()) {
            throw people(line.number(), column + " looks like the number of a person");
        }
    }

    private static double band(Line line) {
        if (!NUMBER.matcher(line.score()).matches()) {
            throw malformed(line.number(), "score", "the number of a band, or the mean probability in it");
        }
        return Double.parseDouble(line.score().replace(',', '.'));
    }

    private static double decision(Line line) {
        return switch (line.score().toLowerCase(Locale.ROOT)) {
            case "high", "høj", "1" -> 1;
            case "low", "lav", "0" -> 0;
            default -> throw malformed(line.number(), "predicted", "high or low");
        };
    }

    private static boolean outcome(Line line) {
        return switch (line.outcome().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "ja" -> true;
            case "0", "false", "no", "nej" -> false;
            default -> throw malformed(line.number(), "outcome", "1 or 0");
        };
    }

    private static int count(Line line) {
        if (!WHOLE.matcher(line.count()).matches() || Long.parseLong(line.count()) > Integer.MAX_VALUE) {
            throw malformed(
                    line.number(),
                    "count",
                    "a whole number from 0 to " + Integer.MAX_VALUE + ", without separators of thousands");
        }
        return Integer.parseInt(line.count());
    }

    /** All cells, once the table is whole and coarse enough to be one. */
    List<Cell> cells() {
        if (cells.isEmpty()) {
            throw malformed(1, "line", "at least one line of counts");
        }
        seen.forEach((key, line) -> {
            if (!seen.containsKey(key.other())) {
                throw absent(line, "outcome " + (key.outcome() ? 0 : 1));
            }
            Key opposite = new Key(key.attribute(), key.value(), 1 - key.score(), key.outcome());
            if (!banded && !seen.containsKey(opposite)) {
                throw absent(line, "predicted " + (key.score() > 0 ? "low" : "high"));
            }
        });
        long filled = cells.stream().filter(cell -> cell.count() > 0).count();
        long ones = cells.stream().filter(cell -> cell.count() == 1).count();
        if (filled > MANY && 2 * ones >= filled) {
            throw people(1, "half of the counts or more are 1: make the groups or bands coarser");
        }
        return List.copyOf(cells);
    }

    private static ModellingFault absent(long line, String what) {
        return malformed(line, "count", "also a line with " + what + " for the same group; nobody is written as 0");
    }

    private static ModellingFault people(long line, String why) {
        return new ModellingFault(ModellingErrorCode.COUNTS_OF_PEOPLE, Map.of("line", line, "why", why));
    }
}
