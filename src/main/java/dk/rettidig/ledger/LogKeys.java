package dk.rettidig.ledger;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the keys come from that sign checkpoints: files, a PKCS#12 store, or settings that a secret store's agent puts into
 * the environment. One key, or two and more while they overlap in a change of keys; the first one is Ed25519.
 */
interface LogKeys {

    /** The keys, in the order in which they sign. */
    List<SigningKey> keys() throws SealException, CheckpointException;

    /** The source that the settings name: the environment before PKCS#12, and that before files. */
    static LogKeys of(LedgerSettings settings) {
        KeyName origin = new KeyName(settings.origin());
        if (settings.checkpointKeys().isPresent()) {
            return () -> parse(settings.checkpointKeys().get());
        }
        if (settings.pkcs12().isPresent()) {
            return new Pkcs12Keys(settings.pkcs12().get(), settings.pkcs12PasswordFile(), origin);
        }
        return files(settings.keys().resolve("ledger-checkpoint.key"), origin, new SecureRandom());
    }

    /**
     * {@code ledger-checkpoint.key}, made when it is not there, and beside it {@code ledger-checkpoint.key.next} when
     * somebody put one there.
     */
    static LogKeys files(Path file, KeyName origin, SecureRandom random) {
        return () -> {
            List<String> stored = new ArrayList<>();
            stored.add(KeyFile.secretOrNew(
                    file,
                    () -> SigningKey.generate(origin, KeyAlgorithm.ED25519, random)
                            .encodeSecret()));
            Path next = file.resolveSibling(file.getFileName() + ".next");
            if (Files.exists(next)) {
                stored.add(KeyFile.secret(next));
            }
            return parse(stored);
        };
    }

    private static List<SigningKey> parse(List<String> stored) throws CheckpointException {
        List<SigningKey> keys = new ArrayList<>();
        for (String each : stored) {
            keys.add(SigningKey.parse(each.strip()));
        }
        return List.copyOf(keys);
    }
}
