package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.pseudonymise.AskException.Reason;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.Evaluation;
import dk.rettidig.pseudonym.EvaluationProof;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the answer to a batch and trusts nothing in it; the proof is for the caller to check. */
final class EvaluationAnswer {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private EvaluationAnswer() {}

    /**
     * Reads an answer.
     *
     * @throws AskException {@code OTHER_KEY} when it is for a key that was not pinned, else {@code NOT_UNDERSTOOD}
     */
    static Evaluation read(byte[] body, PseudonymDomain domain, Holder asked, int elements) throws AskException {
        return read(parse(body), domain, asked, elements);
    }

    /** The two evaluations of a conversion, of the same elements. */
    record Two(Evaluation from, Evaluation to) {}

    /** Reads the answer to a conversion, as {@link #read}. */
    static Two two(byte[] body, PseudonymDomain from, Holder asked, Target to, int elements) throws AskException {
        JsonNode answer = parse(body);
        Holder target = to.holders().stream()
                .filter(each -> each.holder() == asked.holder())
                .findFirst()
                .orElseThrow(() -> wrong("holder"));
        return new Two(
                read(answer.path("from"), from, asked, elements),
                read(answer.path("to"), to.domain(), target, elements));
    }

    private static Evaluation read(JsonNode answer, PseudonymDomain domain, Holder asked, int elements)
            throws AskException {
        expect(answer, "domain", domain.text());
        expect(answer, "suite", EvaluationRequest.SUITE);
        expect(answer, "mode", EvaluationRequest.MODE);
        if (!Arrays.equals(base64(answer.path("public_key")), asked.publicKey().bytes())) {
            throw new AskException(Reason.OTHER_KEY, "public_key");
        }
        if (asked.holder() != 0 && answer.path("holder").asInt() != asked.holder()) {
            throw wrong("holder");
        }
        if (answer.path("elements").size() != elements) {
            throw wrong("elements");
        }
        return evaluation(answer);
    }

    private static Evaluation evaluation(JsonNode answer) throws AskException {
        try {
            List<Element> parsed = new ArrayList<>();
            for (JsonNode element : answer.path("elements")) {
                parsed.add(Element.parse(base64(element)));
            }
            return new Evaluation(parsed, Optional.of(EvaluationProof.parse(base64(answer.path("proof")))));
        } catch (OprfException refused) {
            throw refused.reason() == OprfException.Reason.PROOF
                    ? new AskException(Reason.NOT_PROVEN, "proof")
                    : wrong("elements");
        }
    }

    private static JsonNode parse(byte[] body) throws AskException {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw wrong("json");
        }
    }

    private static void expect(JsonNode answer, String member, String expected) throws AskException {
        if (!answer.path(member).asText().equals(expected)) {
            throw wrong(member);
        }
    }

    private static byte[] base64(JsonNode text) throws AskException {
        try {
            return Base64.getDecoder().decode(text.asText());
        } catch (IllegalArgumentException notBase64) {
            throw wrong("base64");
        }
    }

    private static AskException wrong(String what) {
        return new AskException(Reason.NOT_UNDERSTOOD, what);
    }
}
