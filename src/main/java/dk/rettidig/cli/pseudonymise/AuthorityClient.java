package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.pseudonymise.AskException.Reason;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.Evaluation;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Asks a pseudonym authority, or two holders of a split key, for pseudonyms: blinds, signs, sends, checks the proof, unblinds.
 * Tries again with a new id when the network fails. Safe for use by many threads.
 */
public final class AuthorityClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;

    /** Longest answer, bytes: a thousand elements in base64 take 47,000. */
    private static final long LONGEST_ANSWER = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final PseudonymDomain domain;
    private final Element publicKey;
    private final List<Holder> holders;
    private final String client;
    private final SigningKey key;
    private final Patience patience;
    private final Clock clock;

    /**
     * A client.
     *
     * @param publicKey the domain's published key, pinned
     * @param holders one with the whole key, or {@value SplitKey#NEEDED} with a share each
     * @param client the registered name: {@code iss}
     * @param key what the client is registered with
     */
    public AuthorityClient(
            PseudonymDomain domain,
            Element publicKey,
            List<Holder> holders,
            String client,
            SigningKey key,
            Patience patience,
            Clock clock) {
        this.domain = domain;
        this.publicKey = publicKey;
        this.holders = List.copyOf(holders);
        this.client = client;
        this.key = key;
        this.patience = patience;
        this.clock = clock;
    }

    /** The domain. */
    public PseudonymDomain domain() {
        return domain;
    }

    /** The domain's pinned key. */
    public Element publicKey() {
        return publicKey;
    }

    /**
     * Pseudonyms for inputs, each proven to be made with the pinned key.
     *
     * @param inputs 1 to {@link Blinding#LARGEST_BATCH}
     */
    public List<Pseudonym> ask(List<byte[]> inputs) throws AskException, InterruptedException {
        try {
            Blinding blinding = Blinding.of(OprfMode.VOPRF, inputs);
            EvaluationRequest request = new EvaluationRequest(domain, Optional.empty(), blinding.blinded());
            List<Evaluation> answers = new ArrayList<>();
            for (Holder holder : holders) {
                answers.add(EvaluationAnswer.read(answered(request, holder), domain, holder, inputs.size()));
            }
            return opened(blinding, new Target(domain, publicKey, holders), answers);
        } catch (OprfException refused) {
            throw notProven(refused);
        }
    }

    /**
     * Pseudonyms of inputs in the client's domain and in another, blinded once, each proven to be made with its pinned key.
     *
     * @param inputs 1 to {@link Blinding#LARGEST_BATCH}
     */
    public List<TwoPseudonyms> convert(List<byte[]> inputs, Target to) throws AskException, InterruptedException {
        try {
            Blinding blinding = Blinding.of(OprfMode.VOPRF, inputs);
            EvaluationRequest request = new EvaluationRequest(domain, Optional.of(to.domain()), blinding.blinded());
            List<Evaluation> olds = new ArrayList<>();
            List<Evaluation> fresh = new ArrayList<>();
            for (Holder holder : holders) {
                EvaluationAnswer.Two two =
                        EvaluationAnswer.two(answered(request, holder), domain, holder, to, inputs.size());
                olds.add(two.from());
                fresh.add(two.to());
            }
            List<Pseudonym> old = opened(blinding, new Target(domain, publicKey, holders), olds);
            List<Pseudonym> present = opened(blinding, to, fresh);
            return IntStream.range(0, inputs.size())
                    .mapToObj(i -> new TwoPseudonyms(old.get(i), present.get(i)))
                    .toList();
        } catch (OprfException refused) {
            throw notProven(refused);
        }
    }

    /** Checks every proof and opens the answers, which are in the order of the client's holders. */
    private List<Pseudonym> opened(Blinding blinding, Target of, List<Evaluation> answers) throws OprfException {
        if (holders.size() == 1) {
            return blinding.verified(of.publicKey(), answers.get(0));
        }
        List<SplitKey.Part> parts = new ArrayList<>();
        for (int i = 0; i < holders.size(); i++) {
            int number = holders.get(i).holder();
            Element share = of.holders().stream()
                    .filter(each -> each.holder() == number)
                    .map(Holder::publicKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the same holders hold both keys"));
            parts.add(new SplitKey.Part(number, share, answers.get(i)));
        }
        return blinding.opened(SplitKey.combine(of.publicKey(), blinding.blinded(), parts));
    }

    private static AskException notProven(OprfException refused) {
        return new AskException(Reason.NOT_PROVEN, refused.reason().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** The body of a 200, after as many tries as patience allows. */
    private byte[] answered(EvaluationRequest request, Holder holder) throws AskException, InterruptedException {
        Duration pause = patience.pause();
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<byte[]> answer = send(request, holder);
                if (answer.statusCode() != OK) {
                    throw Refusal.of(answer);
                }
                return answer.body();
            } catch (AskException failed) {
                Thread.sleep(waitAfter(failed, tries, pause));
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** How long to wait before the next try; throws the failure when there is none. */
    private Duration waitAfter(AskException failed, int tries, Duration pause) throws AskException {
        boolean again = failed.reason() == Reason.UNREACHABLE || failed.reason() == Reason.QUOTA;
        Duration wait =
                failed.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        boolean unsaid = failed.reason() == Reason.QUOTA && failed.retryAfter().isEmpty();
        if (!again || unsaid || tries >= patience.tries() || wait.compareTo(patience.longest()) > 0) {
            throw failed;
        }
        return wait;
    }

    private HttpResponse<byte[]> send(EvaluationRequest request, Holder holder)
            throws AskException, InterruptedException {
        HttpRequest prepared = HttpRequest.newBuilder(holder.url().resolve(request.path(holder.holder())))
                .header(EvaluationRequest.HEADER, request.signed(client, key, clock.instant()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                prepared, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // Over the whole answer: the client's own timeout ends with the headers.
            return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AskException(Reason.UNREACHABLE, "timeout");
        } catch (ExecutionException failed) {
            String kind = failed.getCause() instanceof IOException cause
                    ? cause.getClass().getSimpleName()
                    : "failure";
            throw new AskException(Reason.UNREACHABLE, kind);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
