package dk.rettidig.law;

import java.util.List;
import java.util.Map;

/** A parsed YAML value that remembers its line, from 1. */
public sealed interface YamlNode {

    /** Where it begins. */
    int line();

    /** A word of the file for what it is. */
    String kind();

    /** A single value; its type tells {@code "5"} from {@code 5}. */
    record Scalar(int line, Type type, String text) implements YamlNode {
        @Override
        public String kind() {
            return switch (type) {
                case TEXT -> "a text";
                case INTEGER -> "a whole number";
                case DECIMAL -> "a number";
                case TRUTH -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    /** Values in order. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key, in the order of the file. */
    record Mapping(int line, Map<String, YamlNode> entries, Map<String, Integer> keyLines) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** What a scalar says it is. */
    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        TRUTH,
        NOTHING
    }
}
