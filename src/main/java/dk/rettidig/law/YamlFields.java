package dk.rettidig.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one YAML mapping, read by type. What is missing, of the wrong type or out of range becomes a problem with its
 * line, and a stand-in value is returned so that one reading finds all problems; {@link #done} adds those keys that nobody
 * asked for. Whoever reads must throw the result away when there is a problem.
 */
public final class YamlFields {

    private final String file;
    private final YamlNode.Mapping mapping;
    private final List<PolicyProblem> problems;
    private final Set<String> asked = new HashSet<>();

    private YamlFields(String file, YamlNode.Mapping mapping, List<PolicyProblem> problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The top level of a file; no keys at all, and a problem, when it cannot be read. */
    public static YamlFields read(PolicySet set, String path, List<PolicyProblem> problems) {
        Optional<PolicyFile> file = set.file(path);
        if (file.isEmpty()) {
            problems.add(new PolicyProblem(path, 0, "the file is missing", "a set needs all of its files"));
        }
        int before = problems.size();
        YamlNode.Mapping top = file.flatMap(content -> YamlReader.read(content, problems))
                .orElse(new YamlNode.Mapping(1, java.util.Map.of(), java.util.Map.of()));
        // When the file could not be read, its missing keys are no news.
        return new YamlFields(path, top, problems.size() > before || file.isEmpty() ? new ArrayList<>() : problems);
    }

    /** Line where the mapping begins. */
    public int line() {
        return mapping.line();
    }

    /** Line of a key; that of the mapping when it is missing. */
    public int line(String key) {
        return mapping.keyLines().getOrDefault(key, mapping.line());
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Adds a problem at the key's line. */
    public void problem(String key, String found, String todo) {
        problems.add(new PolicyProblem(file, line(key), found, todo));
    }

    /** A text that is not blank. */
    public String text(String key) {
        String text = textOrBlank(key);
        if (text.isBlank() && has(key)) {
            problem(key, "\"" + key + "\" is blank", "say what it is");
        }
        return text;
    }

    /** A text that may be blank but must be there. */
    public String textOrBlank(String key) {
        return scalar(key, "a text", YamlNode.Type.TEXT).orElse("");
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** One of a closed set of words. */
    public <T> Optional<T> word(String key, Function<String, Optional<T>> parse, String choices) {
        if (!has(key)) {
            textOrBlank(key);
            return Optional.empty();
        }
        String word = textOrBlank(key);
        Optional<T> value = parse.apply(word);
        if (value.isEmpty()) {
            problem(key, "\"" + key + "\" is \"" + word + "\"", "choose one of " + choices);
        }
        return value;
    }

    /** A whole number within bounds. */
    public int integer(String key, int least, int most) {
        Optional<String> text = scalar(key, "a whole number", YamlNode.Type.INTEGER);
        try {
            int value = text.isEmpty() ? least : Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below, like every number out of bounds
        }
        problem(key, "\"" + key + "\" is out of bounds", "write a whole number from " + least + " to " + most);
        return least;
    }

    /** A number. */
    public double number(String key) {
        Optional<String> text = scalar(key, "a number", YamlNode.Type.INTEGER, YamlNode.Type.DECIMAL);
        try {
            double value = text.map(Double::parseDouble).orElse(0.0);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below, like infinity and not-a-number
        }
        problem(key, "\"" + key + "\" is no finite number", "write a plain number such as 0.5");
        return 0;
    }

    /** True or false. */
    public boolean truth(String key) {
        return scalar(key, "true or false", YamlNode.Type.TRUTH)
                .map(text -> text.toLowerCase(Locale.ROOT).equals("true"))
                .orElse(false);
    }

    /** A date, ISO 8601. */
    public LocalDate date(String key) {
        Optional<String> text = scalar(key, "a date", YamlNode.Type.TEXT);
        try {
            return text.map(LocalDate::parse).orElse(LocalDate.EPOCH);
        } catch (DateTimeException _) {
            problem(key, "\"" + key + "\" is no date", "write it as 2026-11-22");
            return LocalDate.EPOCH;
        }
    }

    /** A date that may be missing. */
    public Optional<LocalDate> optionalDate(String key) {
        return has(key) ? Optional.of(date(key)) : Optional.empty();
    }

    /** A list of texts, each once. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (!(item instanceof YamlNode.Scalar scalar) || scalar.type() != YamlNode.Type.TEXT) {
                at(item.line(), "\"" + key + "\" holds " + item.kind(), "write texts; put quotes around numbers");
            } else if (texts.contains(scalar.text())) {
                at(item.line(), "\"" + key + "\" names \"" + scalar.text() + "\" twice", "remove one");
            } else {
                texts.add(scalar.text());
            }
        }
        return texts;
    }

    /** One mapping; no keys at all, and a problem, when it is missing. */
    public YamlFields mapping(String key) {
        asked.add(key);
        if (mapping.entries().get(key) instanceof YamlNode.Mapping entry) {
            return new YamlFields(file, entry, problems);
        }
        wrong(key, mapping.entries().get(key), "keys with values");
        return new YamlFields(
                file, new YamlNode.Mapping(line(key), java.util.Map.of(), java.util.Map.of()), new ArrayList<>());
    }

    /** A list of mappings. */
    public List<YamlFields> list(String key) {
        List<YamlFields> list = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Mapping entry) {
                list.add(new YamlFields(file, entry, problems));
            } else {
                at(item.line(), "\"" + key + "\" holds " + item.kind(), "write an entry with keys");
            }
        }
        return list;
    }

    /** Adds a problem for each key that nobody asked for. */
    public void done() {
        for (String key : mapping.entries().keySet()) {
            if (!asked.contains(key)) {
                problem(key, "the key \"" + key + "\" means nothing here", "remove it or correct its spelling");
            }
        }
    }

    private List<YamlNode> items(String key) {
        asked.add(key);
        YamlNode node = mapping.entries().get(key);
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        wrong(key, node, "a list");
        return List.of();
    }

    private Optional<String> scalar(String key, String expected, YamlNode.Type... types) {
        asked.add(key);
        YamlNode node = mapping.entries().get(key);
        if (node instanceof YamlNode.Scalar scalar && List.of(types).contains(scalar.type())) {
            return Optional.of(scalar.text());
        }
        wrong(key, node, expected);
        return Optional.empty();
    }

    private void wrong(String key, @org.jspecify.annotations.Nullable YamlNode node, String expected) {
        if (node == null) {
            problem(key, "the key \"" + key + "\" is missing", "add it: " + expected);
        } else {
            problem(key, "\"" + key + "\" is " + node.kind(), "write " + expected);
        }
    }

    private void at(int line, String found, String todo) {
        problems.add(new PolicyProblem(file, line, found, todo));
    }
}
