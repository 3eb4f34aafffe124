package dk.rettidig.cli.pseudonymise;

import java.util.List;

/** The whole run is refused; the lines say why and what to do, Danish and English, and hold nothing of the file's contents. */
public final class InputRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> lines;

    InputRefused(String code, String... lines) {
        super(code);
        this.code = code;
        this.lines = List.of(lines);
    }

    /** Stable, snake case. */
    public String code() {
        return code;
    }

    /** For people. */
    public List<String> lines() {
        return lines;
    }
}
