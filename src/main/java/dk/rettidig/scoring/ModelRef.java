package dk.rettidig.scoring;

import java.util.Objects;

/**
 * Names one release of one model, for instance {@code scorecard/1.2.0}; also its path below {@code models/}.
 *
 * @param name lower case letters, digits (never six in a row: names that people send are recorded, and none may be taken
 *     for a CPR number) and hyphens
 * @param version three numbers with dots; a release never changes, so a correction is a new version
 */
public record ModelRef(String name, String version) {

    public ModelRef {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        if (!name.matches("(?!.*[0-9]{6})[a-z][a-z0-9-]{1,39}")
                || !version.matches("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}")) {
            throw new IllegalArgumentException("a model is named like scorecard/1.2.0");
        }
    }

    /**
     * Parses {@code name/version}.
     *
     * @throws IllegalArgumentException for any other form
     */
    public static ModelRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a model is named like scorecard/1.2.0");
        }
        return new ModelRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
