package dk.rettidig.cli.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
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

    @Option(names = "--local", description = "The children that wait for a CPR number: local id, days and why.")
    private boolean local;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        return VaultStep.run(spec, console, () -> {
            try (VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(
                            options.file(), secret, LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen"))))) {
                if (local) {
                    showLocal(console, vault);
                } else {
                    show(console, vault);
                }
                return 0;
            }
        });
    }

    private void show(Console console, Vault vault) {
        Map<String, Long> domains = counts(vault, entry -> entry.domain().text());
        Map<String, Long> months =
                counts(vault, entry -> entry.expires().toString().substring(0, 7));
        Map<String, Integer> unnamed = SourceNames.withoutName(vault);
        long waiting = vault.entries().stream()
                .filter(entry -> entry.identity() instanceof VaultIdentity.Local)
                .count();
        if (json) {
            ObjectNode object = JSON.createObjectNode()
                    .put("municipality", vault.municipality())
                    .put("entries", vault.size())
                    .put("without_number", waiting)
                    .put("expired_now", vault.expiredAtOpening());
            object.set("domains", JSON.valueToTree(domains));
            object.set("without_name_at_source", JSON.valueToTree(unnamed));
            object.set("expire", JSON.valueToTree(months));
            console.line(object.toString());
            return;
        }
        console.line("Kommune / municipality " + vault.municipality() + ": " + vault.size() + " børn / children, "
                + waiting + " uden CPR-nummer / without a number");
        domains.forEach((domain, count) -> console.detail(domain + ": " + count));
        unnamed.forEach((domain, count) ->
                console.detail(count + " uden navn hos / without a name at " + domain + ": vault source"));
        months.forEach((month, count) -> console.detail("udløber / expire " + month + ": " + count));
        if (vault.expiredAtOpening() > 0) {
            console.detail(vault.expiredAtOpening() + " udløbet og slettet / expired and gone");
        }
    }

    private void showLocal(Console console, Vault vault) {
        Set<Pseudonym> merging =
                vault.merges().stream().map(OutstandingMerge::from).collect(Collectors.toSet());
        ArrayNode array = JSON.createArrayNode();
        for (VaultEntry entry : vault.entries()) {
            if (entry.identity() instanceof VaultIdentity.Local child) {
                ObjectNode object = array.addObject()
                        .put("id", child.id())
                        .put("domain", entry.domain().text())
                        .put("expires", entry.expires().toString())
                        .put("why", entry.why())
                        .put("merge_outstanding", merging.contains(entry.pseudonym()));
                entry.since().ifPresent(day -> object.put("since", day.toString()));
                entry.expected().ifPresent(day -> object.put("expected", day.toString()));
            }
        }
        if (json) {
            console.line(array.toString());
            return;
        }
        console.line(array.size() + " uden CPR-nummer / without a number");
        array.forEach(each -> console.detail(line(each)));
    }

    private static String line(JsonNode child) {
        StringBuilder line = new StringBuilder(child.path("id").asText()).append("  ");
        if (child.has("since")) {
            line.append("siden / since ").append(child.path("since").asText()).append(", ");
        }
        if (child.has("expected")) {
            line.append("ventes / expected ")
                    .append(child.path("expected").asText())
                    .append(", ");
        }
        line.append("udløber / expires ").append(child.path("expires").asText());
        line.append(": ").append(child.path("why").asText());
        return child.path("merge_outstanding").asBoolean()
                ? line.append(" (sammenlagt, ikke sendt / merged, not sent)").toString()
                : line.toString();
    }

    private static Map<String, Long> counts(Vault vault, Function<VaultEntry, String> by) {
        return vault.entries().stream()
                .filter(entry -> entry.domain().source().isEmpty())
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
