package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The vault's file and what opens it. The file is open during one piece of work only, so that commands can run beside the
 * companion; the secret is thrown away when nobody used it for a while. One piece of work at a time.
 */
final class VaultDoor implements AutoCloseable {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** Wrong passphrases before nobody is asked any more. */
    private static final int TRIES = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path file;
    private final Duration idle;
    private final Clock clock;
    private final boolean byKeyFile;
    private Optional<VaultSecret> secret;
    private int wrong;
    private volatile Instant lastUse;

    /** What is done with an open vault. */
    @FunctionalInterface
    interface Work<T> {

        T with(Vault vault, LocalDate today) throws IOException, CompanionException;
    }

    /**
     * A door that is unlocked.
     *
     * @param idle how long without use until the secret is thrown away
     * @param byKeyFile whether the secret came from a key file, so that nobody can type it again
     */
    VaultDoor(Path file, VaultSecret secret, Duration idle, boolean byKeyFile, Clock clock) {
        this.file = file;
        this.secret = Optional.of(secret);
        this.idle = idle;
        this.byKeyFile = byKeyFile;
        this.clock = clock;
        this.lastUse = clock.instant();
    }

    /** Today in Copenhagen. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(COPENHAGEN));
    }

    /** Somebody uses the companion. */
    void touch() {
        if (!isOverdue()) {
            lastUse = clock.instant();
        }
    }

    private boolean isOverdue() {
        return clock.instant().isAfter(lastUse.plus(idle));
    }

    /** Whether somebody must type the passphrase first; throws an overdue secret away. */
    synchronized boolean isLocked() {
        if (isOverdue()) {
            lock();
        }
        return secret.isEmpty();
    }

    /** Whether typing the passphrase helps: not when a key file opened the vault, nor after too many wrong ones. */
    synchronized boolean takesPassphrase() {
        return !byKeyFile && wrong < TRIES;
    }

    /** Throws the secret away. */
    synchronized void lock() {
        secret.ifPresent(VaultSecret::close);
        secret = Optional.empty();
    }

    /** Takes a passphrase when it opens the vault. */
    synchronized void unlock(char[] passphrase) throws CompanionException, IOException, InterruptedException {
        if (!takesPassphrase()) {
            throw new CompanionException(Reason.CLOSED);
        }
        try {
            VaultSecret typed = VaultSecret.passphrase(passphrase);
            try {
                open(typed).close();
                lock();
                secret = Optional.of(typed);
                wrong = 0;
                lastUse = clock.instant();
            } catch (VaultException | IOException refused) {
                typed.close();
                throw refused;
            }
        } catch (VaultException refused) {
            wrong += refused.reason() == VaultException.Reason.IN_USE ? 0 : 1;
            throw new CompanionException(refused);
        }
    }

    /** Opens the vault, does something with it and closes it; what it changed must be saved by the work itself. */
    synchronized <T> T with(Work<T> work) throws CompanionException, IOException, InterruptedException {
        if (isLocked()) {
            throw new CompanionException(Reason.LOCKED);
        }
        try (Vault vault = open(secret.orElseThrow())) {
            return work.with(vault, today());
        } catch (VaultException refused) {
            throw new CompanionException(refused);
        }
    }

    /** A command beside us has the file open for moments only: worth waiting for. */
    private Vault open(VaultSecret with) throws IOException, VaultException, InterruptedException {
        for (long waited = 0; ; waited += PAUSE.toMillis()) {
            try {
                return Vault.open(file, with, today());
            } catch (VaultException refused) {
                if (refused.reason() != VaultException.Reason.IN_USE || waited >= PATIENCE.toMillis()) {
                    throw refused;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        lock();
    }

    @Override
    public String toString() {
        return "VaultDoor[hidden]";
    }
}
