package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.seal.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two pseudonyms of one blinding: nothing is used unless both proofs hold for both pinned keys. */
class ConversionClientTest {

    private static final PseudonymDomain FROM = PseudonymDomain.parse("999.child_support.1");
    private static final PseudonymDomain TO = FROM.next();
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(3), 3, Duration.ofMillis(10), Duration.ofSeconds(2));

    private final SigningKey signing = SigningKey.generate(new SecureRandom());
    private final List<byte[]> inputs =
            IntStream.range(0, 3).mapToObj(i -> SyntheticCpr.number(i).input()).toList();
    private OprfKey old;
    private OprfKey next;
    private StubAuthority authority;

    @BeforeEach
    void start() throws Exception {
        old = OprfKey.generate();
        next = OprfKey.generate();
        authority = new StubAuthority(old, 0, signing.verifyingKey());
        authority.converts(TO.text(), next);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private AuthorityClient client(Element pinned, Holder... holders) {
        return new AuthorityClient(FROM, pinned, List.of(holders), "school-999", signing, SHORT, Clock.systemUTC());
    }

    private AuthorityClient client() {
        return client(old.publicKey(), new Holder(authority.url(), 0, old.publicKey()));
    }

    private Target to(Element pinned) {
        return new Target(TO, pinned, List.of(new Holder(authority.url(), 0, pinned)));
    }

    @Test
    void givesWhatBothKeysGive() throws Exception {
        try (AuthorityClient client = client()) {
            List<TwoPseudonyms> both = client.convert(inputs, to(next.publicKey()));

            for (int i = 0; i < inputs.size(); i++) {
                assertThat(both.get(i))
                        .isEqualTo(new TwoPseudonyms(
                                old.pseudonym(OprfMode.VOPRF, inputs.get(i)),
                                next.pseudonym(OprfMode.VOPRF, inputs.get(i))));
            }
        }
        assertThat(authority.faults()).isEmpty();
        assertThat(authority.requests()).as("blinded once, asked once").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void aWrongProofOnEitherSideSpoilsBoth(String side) {
        changed(content -> {
            ObjectNode part = (ObjectNode) content.path(side);
            String other = side.equals("from") ? "to" : "from";
            part.put("proof", content.path(other).path("proof").asText());
        });
        assertThat(refusal().reason()).isEqualTo(AskException.Reason.NOT_PROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void swappedElementsOnEitherSideSpoilBoth(String side) {
        changed(content -> {
            ObjectNode part = (ObjectNode) content.path(side);
            part.withArray("elements").add(part.withArray("elements").remove(0));
        });
        assertThat(refusal().reason()).isEqualTo(AskException.Reason.NOT_PROVEN);
    }

    @Test
    void anotherKeyThanThePinnedOneIsNamed() throws Exception {
        try (AuthorityClient client = client()) {
            AskException refused =
                    catchThrowableOfType(AskException.class, () -> client.convert(inputs, to(old.publicKey())));
            assertThat(refused.reason()).isEqualTo(AskException.Reason.OTHER_KEY);
        }
    }

    @Test
    void answersOfOneDomainTwiceAreNoConversion() {
        changed(content -> content.set("to", content.path("from").deepCopy()));
        assertThat(refusal().reason()).isIn(AskException.Reason.NOT_UNDERSTOOD, AskException.Reason.OTHER_KEY);
    }

    @Test
    void twoHoldersGiveWhatTheWholeKeysGive() throws Exception {
        List<SplitKey.Share> olds = SplitKey.split(old);
        List<SplitKey.Share> fresh = SplitKey.split(next);
        try (StubAuthority first = holder(olds, fresh, 0);
                StubAuthority third = holder(olds, fresh, 2);
                AuthorityClient client = client(
                        old.publicKey(),
                        new Holder(first.url(), 1, olds.get(0).key().publicKey()),
                        new Holder(third.url(), 3, olds.get(2).key().publicKey()))) {
            Target to = new Target(
                    TO,
                    next.publicKey(),
                    List.of(
                            new Holder(first.url(), 1, fresh.get(0).key().publicKey()),
                            new Holder(third.url(), 3, fresh.get(2).key().publicKey())));

            assertThat(client.convert(inputs, to))
                    .first()
                    .isEqualTo(new TwoPseudonyms(
                            old.pseudonym(OprfMode.VOPRF, inputs.get(0)),
                            next.pseudonym(OprfMode.VOPRF, inputs.get(0))));

            Target wrong = new Target(TO, old.publicKey(), to.holders());
            AskException refused = catchThrowableOfType(AskException.class, () -> client.convert(inputs, wrong));
            assertThat(refused.reason()).isEqualTo(AskException.Reason.NOT_PROVEN);
        }
    }

    private StubAuthority holder(List<SplitKey.Share> olds, List<SplitKey.Share> fresh, int index) throws Exception {
        StubAuthority holder = new StubAuthority(olds.get(index).key(), index + 1, signing.verifyingKey());
        holder.converts(TO.text(), fresh.get(index).key());
        return holder;
    }

    private void changed(Consumer<ObjectNode> change) {
        authority.plays((exchange, content, request) -> {
            change.accept(content);
            return false;
        });
    }

    private AskException refusal() {
        try (AuthorityClient client = client()) {
            return catchThrowableOfType(AskException.class, () -> client.convert(inputs, to(next.publicKey())));
        }
    }
}
