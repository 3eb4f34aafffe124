package dk.rettidig.flag;

import dk.rettidig.access.Actor;
import dk.rettidig.flag.member.Lot;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the capacity: everybody above the threshold when there is room, a lot otherwise. */
final class Drawing {

    /** How long a checkpoint may take; publishing happens every second or so while there is news. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final SecureRandom random;

    Drawing(Ledger ledger, SecureRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * Who is flagged.
     *
     * @param nonces opens each child's ticket; empty when there was no lot
     * @param event what to record with the run's effect
     */
    record Chosen(
            List<Pseudonym> children,
            Map<Pseudonym, Hash> nonces,
            Optional<Lot.Drawn> lot,
            Optional<FlagEvent.LotDrawn> event) {}

    Chosen choose(Run run, Actor actor, List<Pseudonym> above, int capacity, RunSalt salt) {
        if (above.size() <= capacity) {
            return new Chosen(above, Map.of(), Optional.empty(), Optional.empty());
        }
        Map<Hash, Pseudonym> owners = new HashMap<>();
        Map<Pseudonym, Hash> nonces = new HashMap<>();
        MemberLeaves maker = new MemberLeaves(salt);
        for (Pseudonym child : above) {
            byte[] nonce = new byte[Hash.LENGTH];
            random.nextBytes(nonce);
            nonces.put(child, Hash.of(nonce));
            owners.put(maker.ticket(child, Hash.of(nonce)), child);
        }
        List<Hash> tickets = owners.keySet().stream().sorted().toList();
        return draw(run, actor, tickets, capacity, owners, nonces);
    }

    private Chosen draw(
            Run run,
            Actor actor,
            List<Hash> tickets,
            int capacity,
            Map<Hash, Pseudonym> owners,
            Map<Pseudonym, Hash> nonces) {
        AppendId prepared = ledger.appendCommitted(
                actor,
                new FlagEvent.LotPrepared(
                        run.id(), run.request().municipality(), tickets.size(), capacity, Lot.root(tickets)));
        Ledger.Covered covered = ledger.await(prepared, PATIENCE);
        Hash seed = Lot.seed(covered.checkpoint());
        Set<Hash> winners = new HashSet<>(Lot.ranked(seed, tickets).subList(0, capacity));
        List<Pseudonym> drawn = new ArrayList<>();
        for (Hash ticket : tickets) {
            if (winners.contains(ticket)) {
                drawn.add(owners.get(ticket));
            }
        }
        nonces.keySet().retainAll(Set.copyOf(drawn));
        return new Chosen(
                drawn,
                nonces,
                Optional.of(new Lot.Drawn(capacity, seed, covered.checkpoint(), tickets)),
                Optional.of(new FlagEvent.LotDrawn(
                        run.id(), run.request().municipality(), covered.leafIndex(), covered.treeSize(), seed)));
    }
}
