package dk.rettidig.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML document of a policy set into nodes with lines. Strict where YAML is generous: no anchors, aliases, tags,
 * duplicate keys or second document, at most {@value #DEEPEST} levels, UTF-8 only; so an alias bomb is refused at its first
 * alias and what a reviewer reads is what is enforced.
 */
public final class YamlReader {

    /** Levels a document may nest; the registers need four. */
    private static final int DEEPEST = 16;

    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().loaderOptions(limits()).build();

    private final PolicyFile file;
    private final List<PolicyProblem> problems;

    private YamlReader(PolicyFile file, List<PolicyProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document's top level; empty when it cannot be read, and then at least one problem was added. */
    public static Optional<YamlNode.Mapping> read(PolicyFile file, List<PolicyProblem> problems) {
        return new YamlReader(file, problems).document();
    }

    private Optional<YamlNode.Mapping> document() {
        Optional<String> text = file.text();
        if (text.isEmpty()) {
            problem(file.firstLineNotUtf8(), "not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        if (file.size() > PolicySetReader.LARGEST_FILE) {
            problem(0, "more than " + PolicySetReader.LARGEST_FILE + " bytes", "make it smaller");
            return Optional.empty();
        }
        try (YAMLParser parser = FACTORY.createParser(text.get())) {
            return parse(parser);
        } catch (Refused refused) {
            problem(refused.line, refused.found, refused.todo);
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            problem(Math.max(line, 0), "not YAML: " + firstLine(malformed.getOriginalMessage()), "correct the syntax");
        } catch (IOException | RuntimeException unreadable) {
            problem(0, "not YAML that can be read (" + firstLine(unreadable.getMessage()) + ")", "correct the syntax");
        }
        return Optional.empty();
    }

    private Optional<YamlNode.Mapping> parse(YAMLParser parser) throws IOException {
        if (parser.nextToken() == null) {
            problem(1, "the file is empty", "give it its register");
            return Optional.empty();
        }
        YamlNode top = node(parser, 1);
        if (parser.nextToken() != null) {
            throw new Refused(line(parser), "a second document", "keep one document a file");
        }
        if (top instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        throw new Refused(top.line(), "expected keys at the top level, found " + top.kind(), "see policies/README.md");
    }

    private YamlNode node(YAMLParser parser, int depth) throws IOException {
        refuseCleverness(parser, depth);
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line, depth);
            case START_ARRAY -> sequence(parser, line, depth);
            case VALUE_NUMBER_INT -> new YamlNode.Scalar(line, YamlNode.Type.INTEGER, parser.getText());
            case VALUE_NUMBER_FLOAT -> new YamlNode.Scalar(line, YamlNode.Type.DECIMAL, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> truth(line, parser.getText());
            case VALUE_NULL -> new YamlNode.Scalar(line, YamlNode.Type.NOTHING, "");
            default -> new YamlNode.Scalar(line, YamlNode.Type.TEXT, parser.getText());
        };
    }

    /** {@code yes}, {@code on} and their like are texts here: only true and false say so to every reader. */
    private static YamlNode.Scalar truth(int line, String text) {
        boolean plain = text.equals("true") || text.equals("false");
        return new YamlNode.Scalar(line, plain ? YamlNode.Type.TRUTH : YamlNode.Type.TEXT, text);
    }

    private YamlNode.Mapping mapping(YAMLParser parser, int line, int depth) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseCleverness(parser, depth);
            String key = parser.currentName();
            int keyLine = line(parser);
            if (lines.containsKey(key)) {
                throw new Refused(
                        keyLine, "the key \"" + key + "\" stands in line " + lines.get(key) + " already", "remove one");
            }
            parser.nextToken();
            lines.put(key, keyLine);
            entries.put(key, node(parser, depth + 1));
        }
        return new YamlNode.Mapping(line, entries, lines);
    }

    private YamlNode.Sequence sequence(YAMLParser parser, int line, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new YamlNode.Sequence(line, items);
    }

    private static void refuseCleverness(YAMLParser parser, int depth) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new Refused(line(parser), "an anchor or alias", "write the value out where it is used");
        }
        if (parser.getTypeId() != null) {
            throw new Refused(line(parser), "a tag", "write the plain value");
        }
        if (depth > DEEPEST) {
            throw new Refused(line(parser), "more than " + DEEPEST + " levels", "flatten it");
        }
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private void problem(int line, String found, String todo) {
        problems.add(new PolicyProblem(file.path(), line, found, todo));
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        String text = message == null ? "" : message;
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(2 * DEEPEST);
        options.setCodePointLimit(PolicySetReader.LARGEST_FILE);
        return options;
    }

    /** Legal YAML that a policy set does without. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String found;
        private final String todo;

        Refused(int line, String found, String todo) {
            super(found);
            this.line = line;
            this.found = found;
            this.todo = todo;
        }
    }
}
