package dk.rettidig.cli.vault;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TwoPseudonyms;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A vault on its way to the next epoch: it has both pseudonyms of every child until the service has taken the pairs. Stopped
 * anywhere, it goes on from what the vault holds.
 */
final class Rotation {

    private final Vault vault;
    private final AuthorityClient client;
    private final Target target;

    Rotation(Vault vault, AuthorityClient client, Target target) {
        if (!target.domain().equals(client.domain().next())) {
            throw new IllegalArgumentException(
                    "--to is the next epoch of --domain, " + client.domain().next() + ".");
        }
        this.vault = vault;
        this.client = client;
        this.target = target;
    }

    /** Asks for the children whose next pseudonym is not there yet, each blinded once; saves after each batch. */
    int ask() throws AskException, HandoverException, IOException, InterruptedException {
        if (!vault.merges().isEmpty()) {
            throw HandoverException.mergesOutstanding();
        }
        Map<VaultIdentity, VaultEntry> done = of(target.domain());
        List<VaultEntry> left = of(client.domain()).values().stream()
                .filter(entry -> !done.containsKey(entry.identity()))
                .toList();
        for (int from = 0; from < left.size(); from += Blinding.LARGEST_BATCH) {
            ask(left.subList(from, Math.min(left.size(), from + Blinding.LARGEST_BATCH)));
            vault.save();
        }
        return left.size();
    }

    private void ask(List<VaultEntry> batch) throws AskException, HandoverException, InterruptedException {
        List<TwoPseudonyms> answers = client.convert(
                batch.stream().map(entry -> entry.identity().input()).toList(), target);
        for (int i = 0; i < batch.size(); i++) {
            if (!answers.get(i).from().equals(batch.get(i).pseudonym())) {
                throw HandoverException.otherPseudonym();
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            VaultEntry old = batch.get(i);
            vault.put(old.under(target.domain(), answers.get(i).to()));
        }
    }

    /** Every child's two names. */
    List<PseudonymPair> pairs() {
        Map<VaultIdentity, VaultEntry> present = of(target.domain());
        List<PseudonymPair> pairs = new ArrayList<>();
        of(client.domain()).forEach((identity, old) -> {
            VaultEntry entry = present.get(identity);
            if (entry == null) {
                throw new IllegalStateException("every child was asked for");
            }
            pairs.add(new PseudonymPair(old.pseudonym(), entry.pseudonym()));
        });
        return pairs;
    }

    /** Takes the old names out, now that the service has the pairs. */
    int finish() throws IOException {
        List<VaultEntry> old = List.copyOf(of(client.domain()).values());
        old.forEach(entry -> vault.remove(entry.domain(), entry.pseudonym()));
        vault.save();
        return old.size();
    }

    private Map<VaultIdentity, VaultEntry> of(PseudonymDomain domain) {
        Map<VaultIdentity, VaultEntry> found = new HashMap<>();
        vault.entries().stream()
                .filter(entry -> entry.domain().equals(domain))
                .forEach(entry -> found.put(entry.identity(), entry));
        return found;
    }
}
