package dk.rettidig.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.Passphrase;
import dk.rettidig.seal.PassphraseCost;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SealException.Reason;
import dk.rettidig.seal.SealedBox;
import dk.rettidig.seal.SymmetricKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A domain's key in the key store: a JSON file that only its owner may read, the secret sealed by AES-256-GCM-SIV under a key
 * that Argon2id makes from the passphrase. Domain, holder and public keys are authenticated with it.
 */
public final class DomainKeyFile {

    private static final String FORMAT = "rettidig-domain-key-1";
    private static final String ENDING = ".key.json";
    private static final String ERASED = ".erased";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Files of before November 2026 do not name the lanes: one. */
    private static final int LANES_WHEN_UNSAID = 1;

    private DomainKeyFile() {}

    /**
     * Writes a key that is not there yet.
     *
     * @return the file
     * @throws SealException when there is one already, or the file cannot be written
     */
    public static Path create(Path directory, DomainKey key, String passphrase) throws SealException, IOException {
        Files.createDirectories(directory);
        if (isErased(directory, key.domain())) {
            throw new SealException(
                    Reason.KEY_FILE_REFUSED, key.domain().text() + " was erased; make the next epoch's key");
        }
        Path file = directory.resolve(key.domain().text() + "." + key.holder() + ENDING);
        if (Files.exists(file)) {
            throw new SealException(
                    Reason.KEY_FILE_REFUSED, file.getFileName() + " is there already; a key is never replaced");
        }
        String text = sealed(key, passphrase);
        if (!KeyFile.secretOrNew(file, () -> text).strip().equals(text.strip())) {
            throw new SealException(Reason.KEY_FILE_REFUSED, "another process made " + file.getFileName());
        }
        return file;
    }

    /**
     * Erases every key of a domain and leaves a mark, written first, so that neither {@link #create} nor a file brought back
     * from a backup makes the domain again.
     */
    public static void erase(Path directory, PseudonymDomain domain) throws IOException {
        Files.createDirectories(directory);
        Path mark = directory.resolve(domain.text() + ERASED);
        if (!Files.exists(mark)) {
            try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        for (Path file : files(directory)) {
            if (isOf(file, domain)) {
                overwrite(file);
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isErased(Path directory, PseudonymDomain domain) {
        return Files.exists(directory.resolve(domain.text() + ERASED));
    }

    private static boolean isOf(Path file, PseudonymDomain domain) {
        return file.getFileName().toString().startsWith(domain.text() + ".");
    }

    /** Of use on a plain disk only; what makes the key unreadable is that the file, and every backup of it, is gone. */
    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[Math.toIntExact(channel.size())];
            new SecureRandom().nextBytes(noise);
            ByteBuffer buffer = ByteBuffer.wrap(noise);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** All keys of a directory, which may be absent; a key that came back after its domain was erased goes again. */
    public static List<DomainKey> load(Path directory, String passphrase) throws SealException, IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<DomainKey> keys = new ArrayList<>();
        for (Path file : files(directory)) {
            DomainKey key = open(KeyFile.secretOrNew(file, () -> ""), passphrase);
            if (isErased(directory, key.domain())) {
                erase(directory, key.domain());
            } else {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    static String sealed(DomainKey key, String passphrase) {
        SecureRandom random = new SecureRandom();
        Passphrase slow = Passphrase.fresh(random);
        ObjectNode file = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("domain", key.domain().text())
                .put("holder", key.holder())
                .put("public_key", base64(key.publicKey().bytes()))
                .put("whole_public_key", base64(key.whole().bytes()))
                .put("argon2id_salt", base64(slow.salt()))
                .put("argon2id_memory_kib", slow.cost().memoryKib())
                .put("argon2id_passes", slow.cost().passes())
                .put("argon2id_lanes", slow.cost().lanes());
        try (SymmetricKey sealing = slow.key(passphrase)) {
            file.put(
                    "sealed",
                    base64(new SealedBox(sealing, random).seal(key.key().secret(), context(file))));
        }
        return file.toString() + "\n";
    }

    static DomainKey open(String text, String passphrase) throws SealException {
        try {
            JsonNode file = JSON.readTree(text);
            if (!FORMAT.equals(file.path("format").asText())) {
                throw new SealException(Reason.MALFORMED, "no domain key of this version");
            }
            Passphrase slow = new Passphrase(bytes(file, "argon2id_salt"), cost(file));
            try (SymmetricKey sealing = slow.key(passphrase)) {
                byte[] secret = new SealedBox(sealing, new SecureRandom()).open(bytes(file, "sealed"), context(file));
                return checked(file, OprfKey.parse(secret));
            }
        } catch (JsonProcessingException | IllegalArgumentException | OprfException malformed) {
            throw new SealException(Reason.MALFORMED, "the domain key's file is damaged");
        }
    }

    private static PassphraseCost cost(JsonNode file) {
        return new PassphraseCost(
                file.path("argon2id_memory_kib").asInt(),
                file.path("argon2id_passes").asInt(),
                file.path("argon2id_lanes").asInt(LANES_WHEN_UNSAID));
    }

    private static DomainKey checked(JsonNode file, OprfKey key) throws OprfException, SealException {
        if (!key.publicKey().equals(Element.parse(bytes(file, "public_key")))) {
            throw new SealException(Reason.MALFORMED, "the public key is not the secret's");
        }
        return new DomainKey(
                PseudonymDomain.parse(file.path("domain").asText()),
                file.path("holder").asInt(),
                key,
                Element.parse(bytes(file, "whole_public_key")));
    }

    /** What stands in the open, so that none of it can be exchanged. */
    private static byte[] context(JsonNode file) {
        return String.join(
                        "\n",
                        FORMAT,
                        file.path("domain").asText(),
                        file.path("holder").asText(),
                        file.path("public_key").asText(),
                        file.path("whole_public_key").asText())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode file, String name) {
        return Base64.getDecoder().decode(file.path(name).asText());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
