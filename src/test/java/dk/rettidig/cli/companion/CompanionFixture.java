package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Holder;
import dk.rettidig.cli.pseudonymise.Patience;
import dk.rettidig.cli.pseudonymise.StubAuthority;
import dk.rettidig.cli.reidentify.Redemption;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A companion on a free port with a vault of its own and an authority that has a real key; and a browser's cookies. */
final class CompanionFixture implements AutoCloseable {

    static final PseudonymDomain DOMAIN = PseudonymDomain.parse("999.child_support.1");
    static final String PASSPHRASE = "en lang adgangssætning";
    static final String PROGRAM_TOKEN = "abcdefghijklmnopabcdefghijklmnop";
    static final String UNTIL = LocalDate.now(Clock.systemUTC()).plusDays(90).toString();

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([a-p]{32})\"");
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(10), Duration.ofSeconds(1));

    final OprfKey key;
    final SigningKey signing = SigningKey.generate(new SecureRandom());
    final StubAuthority authority;
    final Path vault;
    final AuthorityClient client;

    @SuppressWarnings("NullAway.Init") // start sets it
    Companion companion;

    private Optional<Redemption> redemption = Optional.empty();
    private final Function<VaultDoor, SourceDesk> sources = SourceDesk::none;
    String base = "";
    String cookie = "";
    String formToken = "";
    String language = "";

    private CompanionFixture(Path vault) throws Exception {
        this.vault = vault;
        this.key = OprfKey.generate();
        this.authority = new StubAuthority(key, 0, signing.verifyingKey());
        this.client = new AuthorityClient(
                DOMAIN,
                key.publicKey(),
                List.of(new Holder(authority.url(), 0, key.publicKey())),
                "school-999",
                signing,
                SHORT,
                Clock.systemUTC());
    }

    /** One whose vault a key file opens: cheap to open. */
    static CompanionFixture start(Path folder) throws Exception {
        return start(folder, keyFile(), true, Duration.ofMinutes(15), MergePost.byCommand());
    }

    static CompanionFixture start(Path folder, MergePost post) throws Exception {
        return start(folder, keyFile(), true, Duration.ofMinutes(15), post);
    }

    static CompanionFixture start(Path folder, MergePost post, Optional<Redemption> redemption) throws Exception {
        CompanionFixture fixture = new CompanionFixture(folder.resolve("999.vault"));
        fixture.redemption = redemption;
        Vault.create(fixture.vault, keyFile(), "999").close();
        fixture.companion = fixture.another(keyFile(), true, Duration.ofMinutes(15), post);
        return fixture;
    }

    /** One whose vault a passphrase opens. */
    static CompanionFixture locking(Path folder, Duration idle) throws Exception {
        return start(folder, VaultSecret.newPassphrase(PASSPHRASE.toCharArray()), false, idle, MergePost.byCommand());
    }

    private static CompanionFixture start(
            Path folder, VaultSecret secret, boolean byKeyFile, Duration idle, MergePost post) throws Exception {
        CompanionFixture fixture = new CompanionFixture(folder.resolve("999.vault"));
        Vault.create(fixture.vault, secret, "999").close();
        fixture.companion = fixture.another(secret, byKeyFile, idle, post);
        return fixture;
    }

    /** Another companion on the same vault. */
    Companion another(VaultSecret secret, boolean byKeyFile, Duration idle, MergePost post) throws IOException {
        VaultDoor door = new VaultDoor(vault, secret, idle, byKeyFile, Clock.systemUTC());
        return Companion.start(
                new Companion.Parts(
                        door,
                        client,
                        post,
                        sources.apply(door),
                        redemption,
                        Optional.of(URI.create("https://rettidig.example/")),
                        Optional.of(PROGRAM_TOKEN),
                        Clock.systemUTC()),
                0);
    }

    static VaultSecret keyFile() throws Exception {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        return VaultSecret.keyFile(bytes);
    }

    /** The vault, opened beside the companion by its key file. */
    Vault open() throws Exception {
        return Vault.open(vault, keyFile(), LocalDate.now(Clock.systemUTC()));
    }

    String pseudonym(VaultIdentity child) throws Exception {
        return key.pseudonym(OprfMode.VOPRF, child.input()).text();
    }

    String host() {
        return "127.0.0.1:" + companion.port();
    }

    /** Headers as a browser sends them from our own pages. */
    Map<String, String> browser() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host());
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Sec-Fetch-Mode", "navigate");
        headers.put("Sec-Fetch-Dest", "document");
        if (!cookie.isEmpty()) {
            headers.put("Cookie", (language.isEmpty() ? "" : language + "; ") + cookie);
        }
        return headers;
    }

    /** Lets the browser in by a start link. */
    CompanionFixture letIn() throws Exception {
        Reply started = send("GET", companion.startLink().getPath(), browser(), "");
        cookie = started.header("set-cookie").split(";", 2)[0];
        base = started.header("location").replaceAll("/$", "");
        Matcher token = TOKEN.matcher(get("/").body());
        formToken = token.find() ? token.group(1) : "";
        return this;
    }

    Reply get(String path) throws Exception {
        return send("GET", path, browser(), "");
    }

    /** Posts a form with the session's token. */
    Reply post(String path, String... fields) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", formToken);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        Map<String, String> headers = browser();
        headers.put("Origin", "null");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", path, headers, RawHttp.form(form));
    }

    /** Sends to a page; addresses that no session guards are taken as they are. */
    Reply send(String method, String path, Map<String, String> headers, String body) throws Exception {
        boolean open = path.startsWith("/start/") || path.startsWith("/assets/") || path.startsWith("/api/");
        return RawHttp.send(companion.port(), method, open ? path : base + path, headers, body);
    }

    /** What stands in a hidden field. */
    static String hidden(Reply page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        return field.find() ? field.group(1) : "";
    }

    @Override
    public void close() {
        companion.close();
        client.close();
        authority.close();
    }
}
