package dk.rettidig.cli.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vault list}: how many entries of which domain, and when they expire. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Counts and expiries; never numbers.")
final class VaultListCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        return VaultStep.run(spec, console, () -> {
            try (VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(
                            options.file(), secret, LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen"))))) {
                show(console, vault);
                return 0;
            }
        });
    }

    private void show(Console console, Vault vault) {
        Map<String, Long> domains = counts(vault, entry -> entry.domain().text());
        Map<String, Long> months =
                counts(vault, entry -> entry.expires().toString().substring(0, 7));
        long local = vault.entries().stream()
                .filter(entry -> entry.identity() instanceof VaultIdentity.Local)
                .count();
        if (json) {
            ObjectNode object = JSON.createObjectNode()
                    .put("municipality", vault.municipality())
                    .put("entries", vault.size())
                    .put("without_number", local)
                    .put("expired_now", vault.expiredAtOpening());
            object.set("domains", JSON.valueToTree(domains));
            object.set("expire", JSON.valueToTree(months));
            console.line(object.toString());
            return;
        }
        console.line("Kommune / municipality " + vault.municipality() + ": " + vault.size() + " børn / children, "
                + local + " uden CPR-nummer / without a number");
        domains.forEach((domain, count) -> console.detail(domain + ": " + count));
        months.forEach((month, count) -> console.detail("udløber / expire " + month + ": " + count));
        if (vault.expiredAtOpening() > 0) {
            console.detail(vault.expiredAtOpening() + " udløbet og slettet / expired and gone");
        }
    }

    private static Map<String, Long> counts(Vault vault, Function<VaultEntry, String> by) {
        return vault.entries().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
