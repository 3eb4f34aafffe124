package dk.rettidig.cli.vault;

import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which child a command is about, as options: a local id, or numbers from a file or standard input, never an argument. */
public final class OneChild {

    private static final int LONGEST_YEARS = 23;

    @Option(names = "--local", paramLabel = "ID", description = "The child's local id, in place of a number.")
    private @Nullable String local;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Numbers, one a line; - is standard input.")
    private Path input = Path.of("-");

    /**
     * The child, and with {@code others} those whose numbers follow.
     *
     * @param numbers how many identities there must be in all
     * @throws IllegalArgumentException for another number of them, or a line that is no child's number
     */
    List<VaultIdentity> identities(int numbers, LocalDate today) throws IOException {
        List<VaultIdentity> found = new ArrayList<>();
        if (local != null) {
            found.add(new VaultIdentity.Local(local));
        }
        if (found.size() < numbers) {
            NumberList list = read(today);
            if (!list.isSound()) {
                throw new IllegalArgumentException("A line is no child's number.");
            }
            list.numbers().forEach(number -> found.add(new VaultIdentity.Numbered(number)));
        }
        if (found.size() != numbers) {
            throw new IllegalArgumentException("Give " + numbers
                    + (numbers == 1 ? " child" : " children, the former first") + ", not " + found.size() + ".");
        }
        return found;
    }

    private NumberList read(LocalDate today) throws IOException {
        LocalDate earliest = today.minusYears(LONGEST_YEARS);
        if (input.toString().equals("-")) {
            return NumberList.read(System.in, earliest);
        }
        try (InputStream in = Files.newInputStream(input)) {
            return NumberList.read(in, earliest);
        }
    }

    /** The child's entry. */
    static VaultEntry entry(Vault vault, PseudonymDomain domain, VaultIdentity identity) throws HandoverException {
        return vault.entries().stream()
                .filter(entry ->
                        entry.domain().equals(domain) && entry.identity().equals(identity))
                .findFirst()
                .orElseThrow(HandoverException::notThere);
    }

    /** What tells this entry's conversion from an earlier one of the same child. */
    static String occasion(VaultEntry entry) {
        return entry.expires() + "\n" + entry.why();
    }
}
