package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings children into the vault. The authority is asked only about children who are not there yet, and the vault is closed
 * meanwhile. Safe for use by many threads.
 */
final class ChildDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final VaultDoor door;
    private final AuthorityClient authority;
    private final SourceDesk sources;

    ChildDesk(VaultDoor door, AuthorityClient authority, SourceDesk sources) {
        this.door = door;
        this.authority = authority;
        this.sources = sources;
    }

    /**
     * Why and how long a child is in the vault.
     *
     * @param until the first day without the entry
     */
    record Stay(String why, LocalDate until, Optional<LocalDate> expected) {

        Stay(String why, LocalDate until) {
            this(why, until, Optional.empty());
        }
    }

    /** A child that is in the vault now; {@code fresh} when it was not before. */
    record Entered(VaultEntry entry, boolean fresh) {

        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    /** The domain of all pseudonyms here. */
    PseudonymDomain domain() {
        return authority.domain();
    }

    /** Children that come in, all or none, in their order. */
    List<Entered> enter(List<? extends VaultIdentity> children, Stay stay)
            throws CompanionException, IOException, InterruptedException {
        Map<VaultIdentity, Pseudonym> known = pseudonyms(children);
        List<Entered> all = door.with((vault, today) -> {
            List<Entered> entered = new ArrayList<>();
            for (VaultIdentity child : children) {
                Pseudonym pseudonym = Objects.requireNonNull(known.get(child), "each child was asked for");
                VaultEntry entry = new VaultEntry(domain(), pseudonym, child, stay.until(), stay.why());
                boolean fresh = vault.admit(entry.expected(stay.expected()), today);
                entered.add(new Entered(vault.find(domain(), pseudonym).orElseThrow(), fresh));
            }
            vault.save();
            return entered;
        });
        sources.wake();
        return all;
    }

    /** How many children have no name yet at each source with a domain of its own. */
    Map<String, Integer> withoutName() throws CompanionException, IOException, InterruptedException {
        return sources.outstanding();
    }

    private Map<VaultIdentity, Pseudonym> pseudonyms(List<? extends VaultIdentity> children)
            throws CompanionException, IOException, InterruptedException {
        Map<VaultIdentity, Pseudonym> known = new HashMap<>();
        List<VaultIdentity> unknown = door.with((vault, today) -> {
            List<VaultIdentity> absent = new ArrayList<>();
            for (VaultIdentity child : new LinkedHashSet<>(children)) {
                vault.find(domain(), child)
                        .ifPresentOrElse(entry -> known.put(child, entry.pseudonym()), () -> absent.add(child));
            }
            return absent;
        });
        if (!unknown.isEmpty()) {
            List<Pseudonym> asked = ask(unknown);
            for (int i = 0; i < asked.size(); i++) {
                known.put(unknown.get(i), asked.get(i));
            }
        }
        return known;
    }

    private List<Pseudonym> ask(List<VaultIdentity> children) throws CompanionException, InterruptedException {
        try {
            return authority.ask(children.stream().map(VaultIdentity::input).toList());
        } catch (AskException none) {
            throw new CompanionException(none);
        }
    }

    /** A child without a number, under a new local id. */
    Entered enterLocal(Stay stay) throws CompanionException, IOException, InterruptedException {
        return enter(List.of(VaultIdentity.Local.fresh(RANDOM)), stay).getFirst();
    }

    /** Who waits for a number, and which merges the service was not told of. */
    record Waiting(List<VaultEntry> children, List<Merging> merging) {

        @Override
        public String toString() {
            return "Waiting[hidden]";
        }
    }

    /** A local id whose merge was not sent. */
    record Merging(String localId, OutstandingMerge merge) {

        @Override
        public String toString() {
            return "Merging[hidden]";
        }
    }

    Waiting waiting() throws CompanionException, IOException, InterruptedException {
        return door.with((vault, today) -> {
            List<Merging> merging = new ArrayList<>();
            for (OutstandingMerge merge : vault.merges()) {
                vault.find(merge.domain(), merge.from())
                        .ifPresent(entry -> merging.add(new Merging(name(entry), merge)));
            }
            List<VaultEntry> children = vault.entries().stream()
                    .filter(entry -> entry.domain().equals(domain()))
                    .filter(entry -> entry.identity() instanceof VaultIdentity.Local)
                    .filter(entry -> merging.stream()
                            .noneMatch(each -> each.merge().from().equals(entry.pseudonym())))
                    .toList();
            return new Waiting(children, merging);
        });
    }

    private static String name(VaultEntry entry) {
        return entry.identity() instanceof VaultIdentity.Local local ? local.id() : "";
    }

    /** The child of a local id, and the one of the number when the vault has it already. */
    record Pair(VaultEntry local, Optional<VaultEntry> numbered) {

        /** The day until which the merged child stays: the later of the two. */
        LocalDate until() {
            return numbered.map(VaultEntry::expires)
                    .filter(day -> day.isAfter(local.expires()))
                    .orElse(local.expires());
        }

        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    /** What a merge would concern. */
    Pair pair(String localId, VaultIdentity.Numbered numbered)
            throws CompanionException, IOException, InterruptedException {
        return door.with((vault, today) -> pair(vault, localId, numbered));
    }

    private Pair pair(Vault vault, String localId, VaultIdentity.Numbered numbered) throws CompanionException {
        VaultEntry local = vault.entries().stream()
                .filter(entry -> entry.domain().equals(domain()) && name(entry).equals(localId))
                .filter(entry ->
                        vault.merges().stream().noneMatch(merge -> merge.from().equals(entry.pseudonym())))
                .findFirst()
                .orElseThrow(() -> new CompanionException(Reason.LOCAL_ID_UNKNOWN));
        return new Pair(local, vault.find(domain(), numbered));
    }

    /** Declares the child of a local id to be the one with the number; the vault keeps both until the service was told. */
    OutstandingMerge merge(String localId, VaultIdentity.Numbered numbered)
            throws CompanionException, IOException, InterruptedException {
        pair(localId, numbered);
        Pseudonym to = Objects.requireNonNull(pseudonyms(List.of(numbered)).get(numbered), "the child was asked for");
        return door.with((vault, today) -> {
            Pair pair = pair(vault, localId, numbered);
            String why =
                    pair.numbered().map(VaultEntry::why).orElse(pair.local().why());
            VaultEntry child = new VaultEntry(domain(), to, numbered, pair.until(), why);
            vault.admit(child, pair.local().since().orElse(today));
            OutstandingMerge merge = OutstandingMerge.of(domain(), pair.local().pseudonym(), to, today, RANDOM);
            vault.keep(merge);
            vault.save();
            return merge;
        });
    }

    /** The service was told. */
    void settle(OutstandingMerge merge) throws CompanionException, IOException, InterruptedException {
        door.with((vault, today) -> {
            vault.settle(merge);
            vault.save();
            return true;
        });
        sources.wake();
    }
}
