package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainKeyFileTest {

    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    Path directory;

    private final DomainKey key;

    DomainKeyFileTest() throws OprfException {
        OprfKey fresh = OprfKey.generate();
        key = new DomainKey(PseudonymDomain.parse("999.child_support.1"), 0, fresh, fresh.publicKey());
    }

    @Test
    void aKeyComesBackUnderItsPassphraseOnlyAndStandsNowhereInTheOpen() throws SealException, IOException {
        Path file = DomainKeyFile.create(directory, key, PASSPHRASE);

        List<DomainKey> loaded = DomainKeyFile.load(directory, PASSPHRASE);
        assertThat(loaded).hasSize(1);
        assertThat(loaded.getFirst().key().secret()).isEqualTo(key.key().secret());
        assertThat(loaded.getFirst().domain()).isEqualTo(key.domain());
        assertThat(Files.readString(file))
                .doesNotContain(Base64.getEncoder().encodeToString(key.key().secret()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DomainKeyFile.load(directory, PASSPHRASE + " "))
                .isInstanceOfSatisfying(
                        SealException.class,
                        wrong -> assertThat(wrong.reason()).isEqualTo(SealException.Reason.CIPHERTEXT_INVALID));
    }

    @Test
    void aKeyIsNeverReplaced() throws SealException, IOException {
        Path file = DomainKeyFile.create(directory, key, PASSPHRASE);
        String before = Files.readString(file);
        assertThatThrownBy(() -> DomainKeyFile.create(directory, key, PASSPHRASE))
                .isInstanceOf(SealException.class);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "child_support.1, child_support.2",
        "'\"holder\":0', '\"holder\":1'",
        "'\"argon2id_passes\":3', '\"argon2id_passes\":2'",
        "'\"argon2id_memory_kib\":65536', '\"argon2id_memory_kib\":8'",
        "'\"argon2id_lanes\":4', '\"argon2id_lanes\":3'",
        "'\"argon2id_lanes\":4', '\"argon2id_lanes\":0'",
        "rettidig-domain-key-1, rettidig-domain-key-2"
    })
    void whatStandsInTheOpenCannotBeExchanged(String from, String to) {
        String sealed = DomainKeyFile.sealed(key, PASSPHRASE);
        assertThat(sealed).contains(from);
        assertThatThrownBy(() -> DomainKeyFile.open(sealed.replace(from, to), PASSPHRASE))
                .isInstanceOf(SealException.class);
    }

    @Test
    void aFlippedCharacterOfTheSealedSecretIsNoticed() {
        String sealed = DomainKeyFile.sealed(key, PASSPHRASE);
        int at = sealed.indexOf("\"sealed\":\"") + 20;
        char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        String flipped = sealed.substring(0, at) + other + sealed.substring(at + 1);
        assertThatThrownBy(() -> DomainKeyFile.open(flipped, PASSPHRASE)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> DomainKeyFile.open("{}", PASSPHRASE)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> DomainKeyFile.open("not json", PASSPHRASE)).isInstanceOf(SealException.class);
    }
}
