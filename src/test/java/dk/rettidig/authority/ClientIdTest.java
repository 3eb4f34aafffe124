package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.pseudonym.CprTexts;
import org.junit.jupiter.api.Test;

/** The ids of clients, registries and feeds follow one rule. */
class ClientIdTest {

    @Test
    void noIdHoldsWhatCouldBeACprNumber() {
        CprTexts.possible().stream().filter(text -> text.matches("[a-z0-9.-]+")).forEach(text -> {
            assertThat(ClientId.isValid(text)).as(text).isFalse();
            assertThat(RegistryId.isValid(text)).as(text).isFalse();
            assertThat(FeedId.isValid(text)).as(text).isFalse();
        });
    }

    @Test
    void otherDigitsAreAllowed() {
        for (String text : new String[] {"vault-999", "school.2026-11", "0001901234", "31029012345"}) {
            assertThat(ClientId.isValid(text)).as(text).isTrue();
            assertThat(RegistryId.isValid(text)).as(text).isTrue();
            assertThat(FeedId.isValid(text)).as(text).isTrue();
        }
    }
}
