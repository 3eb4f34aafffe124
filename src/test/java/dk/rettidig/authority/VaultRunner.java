package dk.rettidig.authority;

import dk.rettidig.cli.vault.VaultCommand;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.DomainKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine;

/** The vault's commands as the keeper of municipality 999's vault gives them, with keys that two people registered. */
final class VaultRunner {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    final Path folder;
    final Asker client;
    private final URI service;
    private final PseudonymDomain domain;
    String shown = "";

    VaultRunner(Path folder, URI service, PseudonymDomain domain, PseudonymDomain... conversions) throws Exception {
        this.folder = folder;
        this.service = service;
        this.domain = domain;
        try (SigningKey clientKey = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom());
                SigningKey serviceKey = KeyFile.signingKeyOrNew(folder.resolve("service.key"), new SecureRandom())) {
            client = new Asker(clientKey).converting(100, List.of(domain, domain.next()), conversions);
            VaultSender.registered(serviceKey);
        }
    }

    Vault open() throws Exception {
        byte[] key = Base64.getUrlDecoder()
                .decode(Files.readString(folder.resolve("vault.key")).strip());
        try (VaultSecret secret = VaultSecret.keyFile(key)) {
            return Vault.open(folder.resolve("v"), secret, TODAY);
        }
    }

    List<VaultEntry> entries() throws Exception {
        try (Vault vault = open()) {
            return vault.entries();
        }
    }

    /** A command of the vault alone. */
    int run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--vault",
                folder.resolve("v").toString(),
                "--vault-key",
                folder.resolve("vault.key").toString()));
        line.addAll(List.of(more));
        PrintStream before = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        try {
            return new CommandLine(new VaultCommand()).execute(line.toArray(String[]::new));
        } finally {
            System.setOut(before);
            System.setErr(errors);
            shown = out.toString(StandardCharsets.UTF_8);
        }
    }

    static String published(PseudonymDomain domain) {
        return Base64.getEncoder()
                .encodeToString(DomainKeys.key(domain).publicKey().bytes());
    }

    /** A command that asks the authority. */
    int asking(String command, String... more) {
        return askingIn(domain, command, more);
    }

    int askingIn(PseudonymDomain asked, String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "--authority",
                service.toString(),
                "--domain",
                asked.text(),
                "--public-key",
                published(asked),
                "--client",
                client.client,
                "--key",
                folder.resolve("client.key").toString()));
        line.addAll(List.of(more));
        return run(command, line.toArray(String[]::new));
    }

    /** A command that tells the service too; to another domain, or to {@code domain} when it stays there. */
    int delivering(String command, PseudonymDomain to, String... more) {
        return deliveringTo(service.toString(), command, to, more);
    }

    int deliveringTo(String url, String command, PseudonymDomain to, String... more) {
        List<String> line = new ArrayList<>(toService(url));
        if (!to.equals(domain)) {
            line.addAll(List.of("--to", to.text(), "--to-public-key", published(to)));
        }
        line.addAll(List.of(more));
        return asking(command, line.toArray(String[]::new));
    }

    List<String> toService(String url) {
        return List.of(
                "--service", url, "--sign-key", folder.resolve("service.key").toString());
    }
}
