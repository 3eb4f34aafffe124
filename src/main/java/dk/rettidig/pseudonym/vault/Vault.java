package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.VaultException.Reason;
import dk.rettidig.seal.PassphraseCost;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A municipality's vault: pseudonym to child, for children in scope only. Entries that expired are gone from the file at the
 * next opening. Changes are on the disk after {@link #save()}. One process at a time, one thread at a time.
 */
public final class Vault implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Place(PseudonymDomain domain, Pseudonym pseudonym) {}

    private final VaultFile file;
    private final VaultHeader header;
    private final byte[] key;
    private final Map<Place, VaultEntry> entries = new LinkedHashMap<>();
    private final Map<String, OutstandingMerge> merges = new LinkedHashMap<>();
    private int expired;

    private Vault(VaultFile file, VaultHeader header, byte[] key) {
        this.file = file;
        this.header = header;
        this.key = key;
    }

    /**
     * Makes an empty vault.
     *
     * @param municipality whose it is, three digits
     * @throws VaultException {@code EXISTS}, {@code IN_USE}
     */
    public static Vault create(Path path, VaultSecret secret, String municipality) throws IOException, VaultException {
        if (!municipality.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("a municipality has three digits");
        }
        VaultFile file = VaultFile.lock(path);
        try {
            if (file.exists()) {
                throw new VaultException(Reason.EXISTS);
            }
            byte[] salt = new byte[VaultHeader.SALT_BYTES];
            RANDOM.nextBytes(salt);
            Optional<PassphraseCost> cost =
                    Optional.of(PassphraseCost.USUAL).filter(usual -> secret.origin() == KeyOrigin.PASSPHRASE);
            VaultHeader header = new VaultHeader(VaultHeader.NEWEST, secret.origin(), cost, salt, municipality);
            Vault vault = new Vault(file, header, secret.key(header));
            vault.save();
            return vault;
        } catch (IOException | VaultException failed) {
            file.close();
            throw failed;
        }
    }

    /**
     * Opens a vault, throws away what expired and writes it again without that.
     *
     * @throws VaultException when it is not there, in use, not a vault, or does not open with this secret
     */
    public static Vault open(Path path, VaultSecret secret, LocalDate today) throws IOException, VaultException {
        VaultFile file = VaultFile.lock(path);
        try {
            if (!file.exists()) {
                throw new VaultException(Reason.MISSING);
            }
            byte[] bytes = file.read();
            VaultHeader header = VaultHeader.parse(bytes);
            if (header.origin() != secret.origin()) {
                throw new VaultException(Reason.SECRET_REFUSED);
            }
            Vault vault = new Vault(file, header, secret.key(header));
            vault.load(bytes, today);
            return vault;
        } catch (IOException | VaultException failed) {
            file.close();
            throw failed;
        }
    }

    private void load(byte[] bytes, LocalDate today) throws IOException, VaultException {
        byte[] content = VaultCipher.open(key, bytes);
        VaultContent known = VaultContent.decode(content, header.version());
        Arrays.fill(content, (byte) 0);
        for (VaultEntry entry : known.entries()) {
            if (entry.isExpired(today)) {
                expired++;
            } else {
                put(entry);
            }
        }
        known.merges().forEach(merge -> merges.put(merge.id(), merge));
        if (expired > 0) {
            save();
        }
    }

    /** Whose it is. */
    public String municipality() {
        return header.municipality();
    }

    /** How many entries were thrown away at this opening. */
    public int expiredAtOpening() {
        return expired;
    }

    /** How many entries there are, without what sources call the same children. */
    public int size() {
        return Math.toIntExact(entries.keySet().stream()
                .filter(place -> place.domain().source().isEmpty())
                .count());
    }

    /** All entries, for a rotation of the key or counts. */
    public List<VaultEntry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Who stands behind a pseudonym. */
    public Optional<VaultEntry> find(PseudonymDomain domain, Pseudonym pseudonym) {
        return Optional.ofNullable(entries.get(new Place(domain, pseudonym)));
    }

    /**
     * Adds an entry, or puts it in the place of the one with the same pseudonym.
     *
     * @throws IllegalArgumentException for a domain of another municipality
     */
    public void put(VaultEntry entry) {
        if (!entry.domain().municipality().equals(header.municipality())) {
            throw new IllegalArgumentException("a vault holds one municipality's pseudonyms");
        }
        entries.put(new Place(entry.domain(), entry.pseudonym()), entry);
    }

    /** The entry of a child in a domain. */
    public Optional<VaultEntry> find(PseudonymDomain domain, VaultIdentity identity) {
        return entries.values().stream()
                .filter(entry ->
                        entry.domain().equals(domain) && entry.identity().equals(identity))
                .findFirst();
    }

    /**
     * Adds a child, or puts another day and reason in the place of the entry that is there; the day since when stays, and the
     * day on which an unborn child is expected unless there is a new one.
     *
     * @return whether the child was not there before
     */
    public boolean admit(VaultEntry entry, LocalDate today) {
        Optional<VaultEntry> before = find(entry.domain(), entry.pseudonym());
        LocalDate since = before.map(known -> known.since().orElse(today)).orElse(today);
        Optional<LocalDate> expected = entry.expected().or(() -> before.flatMap(VaultEntry::expected));
        put(entry.since(since).expected(expected));
        namesAtSources(entry).forEach(name -> put(entry.under(name.domain(), name.pseudonym())));
        return before.isEmpty();
    }

    private List<VaultEntry> namesAtSources(VaultEntry child) {
        return entries.values().stream()
                .filter(each -> each.domain().isOfSourceUnder(child.domain())
                        && each.identity().equals(child.identity()))
                .toList();
    }

    /** Merges that the service has not been told of; both entries of each are here. */
    public List<OutstandingMerge> merges() {
        return merges.values().stream().filter(this::isWhole).toList();
    }

    private boolean isWhole(OutstandingMerge merge) {
        return find(merge.domain(), merge.from()).isPresent()
                && find(merge.domain(), merge.to()).isPresent();
    }

    /**
     * Keeps a merge until the service has been told; both entries stay until then.
     *
     * @throws IllegalArgumentException when one of the entries is not here
     */
    public void keep(OutstandingMerge merge) {
        if (!isWhole(merge)) {
            throw new IllegalArgumentException("both entries of a merge are in the vault");
        }
        merges.put(merge.id(), merge);
    }

    /** The service was told: forgets the merge and takes out the entry of the pseudonym that is gone. */
    public void settle(OutstandingMerge merge) {
        merges.remove(merge.id());
        forget(merge.domain(), merge.from());
    }

    /** Takes a child's entry out, and what sources call the child; false when there was none. */
    public boolean forget(PseudonymDomain domain, Pseudonym pseudonym) {
        Optional<VaultEntry> child = find(domain, pseudonym);
        child.stream()
                .flatMap(entry -> namesAtSources(entry).stream())
                .forEach(name -> remove(name.domain(), name.pseudonym()));
        return remove(domain, pseudonym);
    }

    /** Takes an entry out; false when there was none. */
    public boolean remove(PseudonymDomain domain, Pseudonym pseudonym) {
        return entries.remove(new Place(domain, pseudonym)) != null;
    }

    /** Writes everything, encrypted under a fresh nonce; the file is the old one or the new one, never a part of it. */
    public void save() throws IOException {
        byte[] nonce = new byte[VaultHeader.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] content = new VaultContent(entries(), merges()).encode();
        file.write(VaultCipher.seal(key, header.bytes(nonce), content));
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public void close() throws IOException {
        entries.clear();
        merges.clear();
        Arrays.fill(key, (byte) 0);
        file.close();
    }

    @Override
    public String toString() {
        return "Vault[" + header.municipality() + ", " + entries.size() + " entries hidden]";
    }
}
