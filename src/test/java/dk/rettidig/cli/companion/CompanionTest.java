package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.cli.pseudonymise.StubAuthority;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three pages over HTTP, by their forms, against an authority with a real key. */
class CompanionTest {

    private static final VaultIdentity.Numbered CHILD = new VaultIdentity.Numbered(SyntheticCpr.number(1));
    private static final String NUMBER = SyntheticCpr.hyphenated(1);
    private static final Pattern LOCAL_ID = Pattern.compile("id=\"local\">(L-[A-Z0-9-]+)<");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private final List<OutstandingMerge> sent = new ArrayList<>();
    private boolean serviceThere;
    private CompanionFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = CompanionFixture.start(folder, this::deliver).letIn();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private MergePost.Answer deliver(OutstandingMerge merge) {
        if (!serviceThere) {
            return new MergePost.NotYet("Tjenesten svarer ikke.", "The service does not answer.");
        }
        sent.add(merge);
        return new MergePost.Told();
    }

    private Reply enter(String number) throws Exception {
        return fixture.post("/pseudonym", "number", number, "why", "sag 1", "until", CompanionFixture.UNTIL);
    }

    private String localId() throws Exception {
        Reply given = fixture.post("/unborn", "why", "underretning 7", "until", CompanionFixture.UNTIL, "expected", "");
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        Matcher id = LOCAL_ID.matcher(given.body());
        assertThat(id.find()).as(given.body()).isTrue();
        return id.group(1);
    }

    private static void expectNoNumber(Reply reply) {
        assertThat(reply.body() + reply.headers())
                .doesNotContain(
                        SyntheticCpr.digits(1), NUMBER, SyntheticCpr.digits(1).substring(0, 6));
    }

    @Test
    void aNumberBecomesThePseudonymThatTheKeyGivesAndTheChildIsInTheVault() throws Exception {
        Reply found = enter(NUMBER);

        String pseudonym = fixture.pseudonym(CHILD);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.body())
                .contains(">" + pseudonym + "<", "Barnet er tilføjet", "••••••-••" + NUMBER.substring(9))
                .contains("href=\"https://rettidig.example/#pseudonym=" + pseudonym + "\"");
        expectNoNumber(found);
        try (Vault vault = fixture.open()) {
            VaultEntry entry = vault.find(CompanionFixture.DOMAIN, CHILD).orElseThrow();
            assertThat(entry.why()).isEqualTo("sag 1");
            assertThat(entry.expires()).isEqualTo(CompanionFixture.UNTIL);
            assertThat(entry.since()).isPresent();
        }
        assertThat(fixture.authority.faults()).isEmpty();
    }

    @Test
    void aChildThatIsThereIsExtendedWithoutAskingTheAuthority() throws Exception {
        enter(NUMBER);
        String later = LocalDate.parse(CompanionFixture.UNTIL).plusDays(30).toString();

        Reply again = fixture.post("/pseudonym", "number", NUMBER, "why", "sag 2", "until", later);

        assertThat(again.body()).contains("Barnet var der", fixture.pseudonym(CHILD));
        assertThat(fixture.authority.elements()).isEqualTo(1);
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).isEqualTo(1);
            assertThat(vault.entries().getFirst().expires()).isEqualTo(later);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', Skriv CPR-nummeret",
        "310250501, det første nul mangler",
        "310250-50012, ti cifre",
        "310250-5001, ingen dag i kalenderen",
        "010250-AB12, lokalt id",
        "hello, ti cifre"
    })
    void whatIsNoNumberIsNamedByItsReasonAndNeverShownAgain(String number, String reason) throws Exception {
        Reply refused = enter(number);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(reason, "Der er noget, der skal rettes", "value=\"sag 1\"");
        if (!number.isEmpty()) {
            assertThat(refused.body()).doesNotContain(number);
        }
        assertThat(fixture.authority.requests()).isZero();
    }

    @Test
    void anAdultIsTurnedAwayAsTheCommandDoes() throws Exception {
        String adult = "0504" + "50" + "1001";
        Reply refused = enter(adult);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("til en voksen").doesNotContain(adult);
        assertThat(fixture.authority.requests()).isZero();
    }

    @Test
    void aReplacementNumberIsTakenAndSaysSo() throws Exception {
        // 60 added to the day, year 15 and serial 4001: a child born in 2015 who has no number.
        String replacement = "7102" + "15" + "4001";
        Reply found = enter(replacement);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("erstatningspersonnummer").doesNotContain(replacement);
        assertThat(enter(NUMBER).body()).contains("testnummer").doesNotContain("erstatningspersonnummer");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2099-01-01, Skriv en begrundelse",
        "barnet 310290-1234, 2099-01-01, Skriv en begrundelse",
        "sag, 2020-01-01, Vælg en senere dag",
        "sag, 2099-01-01, Vælg en senere dag",
        "sag, i morgen, Vælg en senere dag"
    })
    void reasonAndDayMustBeSound(String why, String until, String text) throws Exception {
        for (String path : new String[] {"/pseudonym", "/unborn"}) {
            Reply refused = fixture.post(path, "number", NUMBER, "why", why, "until", until);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains(text);
            expectNoNumber(refused);
        }
        assertThat(fixture.authority.requests()).isZero();
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        String hostile = "<script>alert('x')</script>\" onfocus=\"y\" {t.name} &amp;";
        Reply again = fixture.post("/pseudonym", "number", "", "why", hostile, "until", "\"><b>");
        assertThat(again.body())
                .contains(
                        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onfocus=&quot;y&quot; {t.name} &amp;amp;")
                .contains("&quot;&gt;&lt;b&gt;")
                .doesNotContain("<script>alert", "\" onfocus=\"");
        fixture.post("/unborn", "why", hostile, "until", CompanionFixture.UNTIL);
        assertThat(fixture.get("/waiting").body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void anAnswerThatIsNotProvenIsNotUsed() throws Exception {
        fixture.authority.plays((exchange, content, request) -> {
            content.putNull("proof");
            return false;
        });
        Reply refused = enter(NUMBER);
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains("Beviset", "databeskyttelsesrådgiveren");
        expectNoNumber(refused);
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).isZero();
        }
    }

    @Test
    void aUsedUpQuotaAndASilentAuthorityAreSaidAndNothingIsDone() throws Exception {
        fixture.authority.plays((exchange, content, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "7200");
            StubAuthority.send(exchange, 429, "{\"code\":\"authority_quota_exceeded\"}");
            return true;
        });
        assertThat(enter(NUMBER).status()).isEqualTo(429);
        fixture.authority.plays((exchange, content, request) -> {
            StubAuthority.send(exchange, 503, "{\"code\":\"ledger_append_unavailable\"}");
            return true;
        });
        Reply silent = enter(NUMBER);
        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.body()).contains("svarer ikke");
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).isZero();
        }
    }

    @Test
    void anUnbornChildGetsALocalIdAndThePseudonymOfThatId() throws Exception {
        String expected = LocalDate.parse(CompanionFixture.UNTIL).toString();
        Reply given =
                fixture.post("/unborn", "why", "underretning 7", "until", CompanionFixture.UNTIL, "expected", expected);

        Matcher id = LOCAL_ID.matcher(given.body());
        assertThat(id.find()).as(given.body()).isTrue();
        VaultIdentity.Local local = new VaultIdentity.Local(id.group(1));
        assertThat(given.body()).contains(fixture.pseudonym(local));
        try (Vault vault = fixture.open()) {
            VaultEntry entry = vault.find(CompanionFixture.DOMAIN, local).orElseThrow();
            assertThat(entry.expected()).contains(LocalDate.parse(expected));
            assertThat(entry.pseudonym()).isEqualTo(Pseudonym.parse(fixture.pseudonym(local)));
        }
        assertThat(fixture.get("/waiting").body()).contains(local.id(), "underretning 7");
        Reply far = fixture.post("/unborn", "why", "x", "until", CompanionFixture.UNTIL, "expected", "2015-01-01");
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.body()).contains("de næste ti måneder");
    }

    @Test
    void aMergeIsShownFirstAndDoneWhenAPersonConfirms() throws Exception {
        String id = localId();
        Reply asked = fixture.post("/merge", "id", id);
        assertThat(asked.body()).contains(id, "underretning 7");
        Reply check = fixture.post("/merge/check", "id", id, "number", NUMBER);
        assertThat(check.status()).as(check.body()).isEqualTo(200);
        assertThat(check.body()).contains("Er det det samme barn?", "Nummeret kommer i pseudonymarkivet");
        expectNoNumber(check);
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).as("nothing happened yet").isEqualTo(1);
        }

        Reply merged = fixture.post("/merge/confirm", "pending", CompanionFixture.hidden(check, "pending"));

        assertThat(merged.body()).contains("Lagt sammen", "Tjenesten svarer ikke.");
        expectNoNumber(merged);
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).as("both stay until the service was told").isEqualTo(2);
            OutstandingMerge merge = vault.merges().getFirst();
            assertThat(merge.from().text()).isEqualTo(fixture.pseudonym(new VaultIdentity.Local(id)));
            assertThat(merge.to().text()).isEqualTo(fixture.pseudonym(CHILD));
            assertThat(vault.find(CompanionFixture.DOMAIN, CHILD).orElseThrow().why())
                    .isEqualTo("underretning 7");
        }
        assertThat(fixture.get("/waiting").body()).contains("Ingen venter.", "Lagt sammen, men ikke sendt", id);

        serviceThere = true;
        Reply told = fixture.post("/merge/send");

        assertThat(told.body()).contains("Rettidig har fået besked.").doesNotContain("Lagt sammen, men ikke sendt");
        assertThat(sent).hasSize(1);
        try (Vault vault = fixture.open()) {
            assertThat(vault.merges()).isEmpty();
            assertThat(vault.entries()).hasSize(1);
            assertThat(vault.entries().getFirst().identity()).isEqualTo(CHILD);
        }
    }

    @Test
    void aNumberThatIsThereAlreadyIsJoinedWithTheLaterDay() throws Exception {
        serviceThere = true;
        String id = localId();
        String later = LocalDate.parse(CompanionFixture.UNTIL).plusDays(50).toString();
        fixture.post("/pseudonym", "number", NUMBER, "why", "sag 9", "until", later);

        Reply check = fixture.post("/merge/check", "id", id, "number", NUMBER);
        assertThat(check.body()).contains("De to indførsler bliver ét barn", "sag 9");
        fixture.post("/merge/confirm", "pending", CompanionFixture.hidden(check, "pending"));

        assertThat(sent).hasSize(1);
        try (Vault vault = fixture.open()) {
            VaultEntry entry = vault.find(CompanionFixture.DOMAIN, CHILD).orElseThrow();
            assertThat(vault.size()).isEqualTo(1);
            assertThat(entry.expires()).isEqualTo(later);
            assertThat(entry.why()).isEqualTo("sag 9");
        }
    }

    @Test
    void aConfirmationWorksOnceAndForTheBrowserThatLooked() throws Exception {
        String id = localId();
        Reply check = fixture.post("/merge/check", "id", id, "number", NUMBER);
        String pending = CompanionFixture.hidden(check, "pending");
        String cookie = fixture.cookie;
        String token = fixture.formToken;
        fixture.letIn();
        assertThat(fixture.post("/merge/confirm", "pending", pending).body()).contains("begynd forfra");
        fixture.cookie = cookie;
        fixture.formToken = token;
        assertThat(fixture.post("/merge/confirm", "pending", pending).body()).contains("Lagt sammen");
        assertThat(fixture.post("/merge/confirm", "pending", pending).body()).contains("begynd forfra");
        assertThat(fixture.post("/merge/confirm", "pending", "").body()).contains("begynd forfra");
        try (Vault vault = fixture.open()) {
            assertThat(vault.merges()).hasSize(1);
        }
    }

    @Test
    void anUnknownLocalIdAndAWrongNumberAreRefused() throws Exception {
        String id = localId();
        assertThat(fixture.post("/merge", "id", "L-NONE").status()).isEqualTo(404);
        assertThat(fixture.post("/merge/check", "id", "L-NONE", "number", NUMBER)
                        .status())
                .isEqualTo(404);
        Reply wrong = fixture.post("/merge/check", "id", id, "number", "310250-5001");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("ingen dag i kalenderen", id).doesNotContain("310250");
    }

    @Test
    void speaksBothLanguagesAndComesBackToTheSamePage() throws Exception {
        Reply changed = fixture.get("/language/en/waiting");
        assertThat(changed.header("location")).isEqualTo(fixture.base + "/waiting");
        fixture.language = changed.header("set-cookie").split(";", 2)[0];
        assertThat(fixture.get("/waiting").body())
                .contains("<html lang=\"en\"", "Children who wait for a CPR number", "/language/da/waiting\"");
        assertThat(fixture.get("/language/en//evil.example").header("location")).isEqualTo(fixture.base + "/");
        fixture.language = "";
        assertThat(fixture.get("/unborn").body()).contains("<html lang=\"da\"", "/language/en/unborn\"");
    }
}
