package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Domains of sources, each with its pinned key, as options of a command. */
public final class SourceOptions {

    private static final String OPTION = "--source";

    @Option(
            names = OPTION,
            paramLabel = "DOMAIN=FILE",
            description = {
                "The domain of a source and a file with its published key, pinned; once for each source, for instance",
                "999.child_support.school.1=school.pub. With a split key the file has a line N=BASE64 for each --authority too."
            })
    private List<String> sources = new ArrayList<>();

    /** Whether any is named. */
    public boolean areNamed() {
        return !sources.isEmpty();
    }

    /**
     * Where names at the sources come from.
     *
     * @param own the domain that they are paired with
     * @throws IllegalArgumentException when an option is not of its form, or names no source of the own domain
     */
    public List<Target> targets(PseudonymDomain own, AuthorityOptions authority) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (String each : sources) {
            targets.add(target(each, own, authority));
        }
        return List.copyOf(targets);
    }

    private static Target target(String option, PseudonymDomain own, AuthorityOptions authority) throws IOException {
        int equals = option.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "--source is DOMAIN=FILE, for instance " + "999.child_support.school.1=school.pub.");
        }
        PseudonymDomain domain = PseudonymDomain.parse(option.substring(0, equals));
        if (!domain.isOfSourceUnder(own)) {
            throw new IllegalArgumentException("--source " + domain + " is no source of " + own + ".");
        }
        List<String> lines =
                Files.readAllLines(Path.of(option.substring(equals + 1)), StandardCharsets.US_ASCII).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        var whole = KeyOptions.published(lines.isEmpty() ? "" : lines.getFirst(), null, OPTION);
        return new Target(
                domain,
                whole,
                KeyOptions.holders(authority.urls(), lines.stream().skip(1).toList(), whole, OPTION));
    }
}
