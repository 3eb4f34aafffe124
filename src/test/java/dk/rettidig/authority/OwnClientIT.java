package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Holder;
import dk.rettidig.cli.pseudonymise.Patience;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client of {@code pseudonymise} against the authority itself. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OwnClientIT {

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(10), Duration.ofSeconds(1));

    private static AuthorityClient client(Asker asker) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + RestAssured.port);
        return new AuthorityClient(
                DomainKeys.WHOLE,
                DomainKeys.key().publicKey(),
                List.of(new Holder(url, 0, DomainKeys.key().publicKey())),
                asker.client,
                asker.key,
                SHORT,
                Clock.systemUTC());
    }

    @Test
    void getsProvenPseudonymsOfTheKeyUntilTheQuotaIsUsedUp() throws Exception {
        Asker asker = new Asker().registered(2, DomainKeys.WHOLE);
        List<byte[]> inputs =
                List.of(SyntheticCpr.number(1).input(), SyntheticCpr.number(2).input());
        try (AuthorityClient client = client(asker)) {
            assertThat(client.ask(inputs))
                    .containsExactly(
                            DomainKeys.key().pseudonym(OprfMode.VOPRF, inputs.get(0)),
                            DomainKeys.key().pseudonym(OprfMode.VOPRF, inputs.get(1)));

            // Two people and the least margin of forty: forty-two elements, two of them used.
            List<byte[]> rest = java.util.Collections.nCopies(40, inputs.get(0));
            assertThat(client.ask(rest)).hasSize(40);
            AskException refused = catchThrowableOfType(AskException.class, () -> client.ask(inputs));

            assertThat(refused.reason()).isEqualTo(AskException.Reason.QUOTA);
            assertThat(refused.retryAfter())
                    .hasValueSatisfying(wait -> assertThat(wait)
                            .isBetween(Duration.ofSeconds(1), Duration.ofDays(1).plusSeconds(1)));
        }
    }

    @Test
    void aClientThatNobodyApprovedIsRefused() throws Exception {
        try (AuthorityClient client = client(new Asker())) {
            AskException refused = catchThrowableOfType(
                    AskException.class,
                    () -> client.ask(List.of(SyntheticCpr.number(1).input())));

            assertThat(refused.code()).isEqualTo("401 authority_request_unverified");
        }
    }
}
