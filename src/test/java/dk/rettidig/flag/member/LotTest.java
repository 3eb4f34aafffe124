package dk.rettidig.flag.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotTest {

    private static final String TEXT = "example.invalid/log\n7\n" + "q".repeat(43) + "=\n";

    @Test
    void theSameTicketsAndSeedGiveTheSameOrderWhateverOrderTheyCameIn() {
        List<Hash> tickets = new ArrayList<>(tickets(500));
        List<Hash> before = Lot.ranked(hash("seed"), tickets);

        Collections.shuffle(tickets, new Random(7));

        assertThat(Lot.ranked(hash("seed"), tickets)).isEqualTo(before);
        assertThat(Lot.ranked(hash("other seed"), tickets)).isNotEqualTo(before);
    }

    @Test
    void ranksByTheDocumentedHash() throws NoSuchAlgorithmException {
        List<Hash> tickets = tickets(50);
        Hash seed = hash("seed");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Map<Hash, Hash> expected = new HashMap<>();
        for (Hash ticket : tickets) {
            sha256.update(seed.bytes());
            expected.put(Hash.of(sha256.digest(ticket.bytes())), ticket);
        }

        List<Hash> ranked = Lot.ranked(seed, tickets);

        assertThat(ranked)
                .isEqualTo(
                        expected.keySet().stream().sorted().map(expected::get).toList());
    }

    @Test
    void theSeedDependsOnTheCheckpointsTextAndNotOnItsSignatures() {
        Hash one = Lot.seed(TEXT + "\n— a AAAA\n");

        assertThat(Lot.seed(TEXT + "\n— a BBBB\n— witness CCCC\n")).isEqualTo(one);
        assertThat(Lot.seed(TEXT.replace("7", "8") + "\n— a AAAA\n")).isNotEqualTo(one);
        assertThatThrownBy(() -> Lot.seed(TEXT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDrawnLotTellsWhoWins() {
        List<Hash> tickets = tickets(10).stream().sorted().toList();
        Lot.Drawn drawn = new Lot.Drawn(3, hash("seed"), TEXT + "\n", tickets);

        assertThat(tickets.stream().filter(drawn::wins))
                .containsExactlyInAnyOrderElementsOf(
                        Lot.ranked(hash("seed"), tickets).subList(0, 3));
    }

    @Test
    void everyTicketHasTheSameChance() {
        List<Hash> tickets = tickets(10);
        Map<Hash, Integer> wins = new HashMap<>();
        for (int draw = 0; draw < 4_000; draw++) {
            wins.merge(Lot.ranked(hash("seed " + draw), tickets).getFirst(), 1, Integer::sum);
        }

        // 400 expected, standard deviation 19: five of them either way.
        assertThat(wins.values())
                .hasSize(10)
                .allSatisfy(count -> assertThat(count).isBetween(305, 495));
    }

    @Test
    void theRootBindsTheTicketsInAnyOrder() {
        List<Hash> tickets = new ArrayList<>(tickets(33));
        Hash root = Lot.root(tickets);
        Collections.reverse(tickets);

        assertThat(Lot.root(tickets)).isEqualTo(root);
        assertThat(Lot.root(tickets.subList(1, 33))).isNotEqualTo(root);
    }

    private static List<Hash> tickets(int count) {
        return IntStream.range(0, count).mapToObj(i -> hash("ticket " + i)).toList();
    }

    private static Hash hash(String text) {
        return Hash.of(MemberLeaves.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
