package dk.rettidig.cli.vault;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TwoPseudonyms;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one source with a domain of its own calls the children of a vault (ADR 0116). Children without a number have no name
 * there: no registry knows a local id.
 */
public final class SourceNames {

    private final AuthorityClient client;
    private final Target source;

    /**
     * Of one source.
     *
     * @param client of the vault's own domain
     */
    public SourceNames(AuthorityClient client, Target source) {
        if (!source.domain().isOfSourceUnder(client.domain())) {
            throw new IllegalArgumentException(source.domain() + " is no source of " + client.domain() + ".");
        }
        this.client = client;
        this.source = source;
    }

    /** Children who have no name at the source yet. */
    public List<VaultEntry> outstanding(Vault vault) {
        return outstanding(vault, client.domain(), source.domain());
    }

    private static List<VaultEntry> outstanding(Vault vault, PseudonymDomain own, PseudonymDomain source) {
        Map<VaultIdentity, VaultEntry> named = of(vault, source);
        return of(vault, own).values().stream()
                .filter(entry -> entry.identity() instanceof VaultIdentity.Numbered)
                .filter(entry -> !named.containsKey(entry.identity()))
                .toList();
    }

    /** How many children have no name yet at each source that a vault has names of. */
    static Map<String, Integer> withoutName(Vault vault) {
        List<PseudonymDomain> domains =
                vault.entries().stream().map(VaultEntry::domain).distinct().toList();
        Map<String, Integer> counts = new TreeMap<>();
        for (PseudonymDomain source : domains) {
            domains.stream()
                    .filter(source::isOfSourceUnder)
                    .forEach(own -> counts.merge(
                            source.text(), outstanding(vault, own, source).size(), Integer::sum));
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /**
     * The same children under what the source calls each, each blinded once.
     *
     * @throws HandoverException when the authority calls a child otherwise than the vault does
     */
    public List<VaultEntry> ask(List<VaultEntry> children)
            throws AskException, HandoverException, InterruptedException {
        List<VaultEntry> named = new ArrayList<>();
        for (int from = 0; from < children.size(); from += Blinding.LARGEST_BATCH) {
            List<VaultEntry> batch = children.subList(from, Math.min(children.size(), from + Blinding.LARGEST_BATCH));
            List<TwoPseudonyms> answers = client.convert(
                    batch.stream().map(entry -> entry.identity().input()).toList(), source);
            for (int i = 0; i < batch.size(); i++) {
                if (!answers.get(i).from().equals(batch.get(i).pseudonym())) {
                    throw HandoverException.otherPseudonym();
                }
                named.add(batch.get(i).under(source.domain(), answers.get(i).to()));
            }
        }
        return named;
    }

    /** Pairs of these children, to be delivered. A delivery has an id of its own: who was forgotten meanwhile is told again. */
    public Parcel parcel(List<VaultEntry> children, List<VaultEntry> named) {
        Map<VaultIdentity, VaultEntry> names =
                named.stream().collect(Collectors.toMap(VaultEntry::identity, entry -> entry));
        List<PseudonymPair> pairs = children.stream()
                .filter(child -> names.containsKey(child.identity()))
                .map(child -> new PseudonymPair(
                        java.util.Objects.requireNonNull(names.get(child.identity()))
                                .pseudonym(),
                        child.pseudonym()))
                .toList();
        return new Parcel(
                ConversionKind.SOURCE,
                source.domain(),
                client.domain(),
                pairs,
                UUID.randomUUID().toString());
    }

    /** Pairs of all children who have a name at the source. */
    public Parcel all(Vault vault) {
        return parcel(
                List.copyOf(of(vault, client.domain()).values()),
                List.copyOf(of(vault, source.domain()).values()));
    }

    /** Takes names of the source's former epochs out, now that the service has those of this one. */
    int endFormer(Vault vault) {
        List<VaultEntry> former = vault.entries().stream()
                .filter(entry -> entry.domain().purpose().equals(source.domain().purpose())
                        && entry.domain().epoch() < source.domain().epoch())
                .toList();
        former.forEach(entry -> vault.remove(entry.domain(), entry.pseudonym()));
        return former.size();
    }

    /** The source's domain. */
    public PseudonymDomain domain() {
        return source.domain();
    }

    private static Map<VaultIdentity, VaultEntry> of(Vault vault, PseudonymDomain domain) {
        Map<VaultIdentity, VaultEntry> found = new HashMap<>();
        vault.entries().stream()
                .filter(entry -> entry.domain().equals(domain))
                .forEach(entry -> found.put(entry.identity(), entry));
        return found;
    }
}
