package dk.rettidig.ledger;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.interfaces.EdECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Ed25519 keys of a PKCS#12 store, as {@code keytool -genkeypair -keyalg Ed25519} makes them: every alias that begins with
 * {@code ledger-checkpoint}, in the order of the aliases. Their name as signers is the log's origin.
 *
 * @param passwordFile holds the store's password in its first line; only its owner may read it
 */
record Pkcs12Keys(Path store, Optional<Path> passwordFile, KeyName origin) implements LogKeys {

    private static final String ALIAS = "ledger-checkpoint";

    @Override
    public List<SigningKey> keys() throws SealException, CheckpointException {
        char[] password = KeyFile.secret(passwordFile.orElseThrow(() ->
                        new IllegalStateException("rettidig.ledger.pkcs12 needs rettidig.ledger.pkcs12-password-file")))
                .strip()
                .toCharArray();
        try {
            return read(KeyStore.getInstance(store.toFile(), password), password);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "the PKCS#12 store " + store.getFileName() + " does not open: wrong password, or damaged",
                    unreadable);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private List<SigningKey> read(KeyStore keys, char[] password) throws GeneralSecurityException {
        List<SigningKey> found = new ArrayList<>();
        List<String> aliases = new ArrayList<>(Collections.list(keys.aliases()));
        aliases.sort(null);
        for (String alias : aliases) {
            if (alias.startsWith(ALIAS)) {
                Key key = keys.getKey(alias, password);
                byte[] seed = key instanceof EdECPrivateKey edwards
                        ? edwards.getBytes().orElse(new byte[0])
                        : new byte[0];
                if (seed.length == 0) {
                    throw new IllegalStateException(alias + " is no Ed25519 key: keytool -genkeypair -keyalg Ed25519");
                }
                found.add(SigningKey.of(origin, KeyAlgorithm.ED25519, seed));
            }
        }
        return List.copyOf(found);
    }
}
