package dk.rettidig.cli.reidentify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.vault.VaultOptions;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reidentify}: one ticket, one person. */
@Command(
        name = "reidentify",
        mixinStandardHelpOptions = true,
        description = {
            "Genidentifikation: indløser én billet ved pseudonymarkivet og viser ét barn. Det står i protokollen.",
            "Redeems one ticket beside the vault and shows one child. It is on the record.",
            "Exit codes: 0 shown, 1 nobody shown, 2 usage."
        })
public final class ReidentifyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BIRTH_DIGITS = 6;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions vaultOptions = new VaultOptions();

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "TICKETFILE", description = "The ticket; - is standard input.")
    private Path input = Path.of("-");

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        try {
            return redeem(console);
        } catch (VaultException refused) {
            return nobody(
                    console,
                    "vault",
                    refused.reason().danish(),
                    refused.reason().english());
        } catch (RedemptionException refused) {
            return nobody(
                    console,
                    refused.code(),
                    refused.reason().danish() + " (" + refused.code() + ")",
                    refused.reason().english());
        } catch (SealException refused) {
            return nobody(
                    console,
                    refused.reason().code(),
                    "Nøglen kan ikke bruges: " + refused.getMessage(),
                    "The key cannot be used.");
        } catch (IOException failed) {
            return nobody(
                    console,
                    "file",
                    "Filen kan ikke læses: " + failed.getMessage(),
                    "The file cannot be read: " + failed.getClass().getSimpleName());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int redeem(Console console)
            throws IOException, VaultException, SealException, RedemptionException, InterruptedException {
        Pins pins = serviceOptions.pins();
        String ticket = ticket();
        // The vault first: whoever cannot open it uses up no ticket.
        try (SigningKey key = KeyFile.signingKey(serviceOptions.keyFile());
                VaultSecret secret = vaultOptions.secret(false);
                Vault vault = Vault.open(
                        vaultOptions.file(), secret, LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen"))));
                Redemption redemption = new Redemption(serviceOptions.service(), pins, key, Clock.systemUTC())) {
            Shown shown = redemption.show(vault, ticket);
            show(console, shown);
            return shown.entry().isPresent() ? 0 : 1;
        }
    }

    /** One ticket; several, or a text that is too long for one, are wrong use. */
    private String ticket() throws IOException {
        byte[] bytes;
        if (input.toString().equals("-")) {
            bytes = System.in.readNBytes(Jws.MAXIMUM_CHARACTERS + 1);
        } else {
            try (InputStream in = Files.newInputStream(input)) {
                bytes = in.readNBytes(Jws.MAXIMUM_CHARACTERS + 1);
            }
        }
        String text = new String(bytes, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[A-Za-z0-9_.-]{1," + Jws.MAXIMUM_CHARACTERS + "}")) {
            throw new IllegalArgumentException("Give exactly one ticket, as the caseworker downloaded it.");
        }
        return text;
    }

    private void show(Console console, Shown shown) {
        if (json) {
            console.line(object(shown).toString());
            return;
        }
        console.good("Indført i protokollen som nr. " + shown.leafIndex() + " / on the record as entry "
                + shown.leafIndex());
        if (shown.entry().isEmpty()) {
            console.bad("Barnet er ikke i pseudonymarkivet: dets omfang er udløbet, eller det er aldrig lagt ind.");
            console.detail("The child is not in the vault: its scope has expired, or it was never added.");
            return;
        }
        person(console, shown, shown.entry().get());
    }

    private static void person(Console console, Shown shown, VaultEntry entry) {
        console.heading("Ét barn", "one child");
        switch (entry.identity()) {
            case VaultIdentity.Numbered numbered -> console.line("  CPR-nummer / CPR number: " + number(numbered));
            case VaultIdentity.Local local -> console.line("  Lokalt id / local id: " + local.id());
        }
        console.line("  I omfang fordi / in scope because: " + entry.why());
        console.line("  Sag / case: " + shown.ticket().caseReference().value());
        console.note("Det står i protokollen, at barnet er vist. Slet skærmen, når du har skrevet det over i sagen.");
        console.note("It is on the record that the child was shown. Clear the screen once it is in the case.");
    }

    private static ObjectNode object(Shown shown) {
        ObjectNode object = JSON.createObjectNode()
                .put("state", shown.entry().isPresent() ? "shown" : "not_in_vault")
                .put("entry", shown.leafIndex())
                .put("request", shown.ticket().request().toString())
                .put("case_reference", shown.ticket().caseReference().value());
        shown.entry().ifPresent(entry -> {
            switch (entry.identity()) {
                case VaultIdentity.Numbered numbered -> object.put("cpr_number", number(numbered));
                case VaultIdentity.Local local -> object.put("local_id", local.id());
            }
            object.put("why", entry.why());
        });
        return object;
    }

    private static String number(VaultIdentity.Numbered numbered) {
        String digits = new String(numbered.number().input(), StandardCharsets.US_ASCII);
        return digits.substring(0, BIRTH_DIGITS) + "-" + digits.substring(BIRTH_DIGITS);
    }

    private int nobody(Console console, String code, String danish, String english) {
        if (json) {
            console.line(JSON.createObjectNode()
                    .put("state", "refused")
                    .put("code", code)
                    .toString());
        } else {
            console.bad(danish);
            console.detail(english);
        }
        return 1;
    }
}
