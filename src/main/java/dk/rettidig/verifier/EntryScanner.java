package dk.rettidig.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads one entry of version 1 ({@code docs/ledger-export.md}, "Entries"): checks its form byte by byte and finds the actor's
 * handle, the model and the running counts. Not for several threads.
 */
final class EntryScanner extends Canonical {

    /** What is wrong with an entry's form. */
    enum Problem {
        NONE,
        NOT_JSON,
        NOT_CANONICAL,
        UNKNOWN_VERSION,
        WRONG_SHAPE
    }

    /** Most bytes of an actor's handle or a model's name: both are kept in memory while counting. */
    private static final int MAX_NAME = 200;
    /** Hexadecimal digits of a commitment, SHA-256. */
    private static final int COMMITMENT = 64;

    private static final byte[] BODY = ascii("{\"body\":{\"actor\":");
    private static final byte[] ACTOR_KIND = ascii(",\"actor_kind\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] FIELDS = ascii(",\"fields\":");
    private static final byte[] TYPE = ascii(",\"type\":");
    private static final byte[] COMMITMENTS = ascii("},\"commitments\":");
    private static final byte[] COUNTS = ascii(",\"counts\":{\"actor\":");
    private static final byte[] MODEL_COUNT = ascii(",\"model\":");
    private static final byte[] VERSION = ascii("},\"v\":1}");
    private static final byte[] MODEL = ascii("model");
    private static final byte[] KEY_EVENTS = ascii("ledger.key_");
    private static final int IN_FIELDS = 100;
    private static final int IN_COMMITMENTS = 200;
    private static final int ELSEWHERE = 300;

    private int actorFrom;
    private int actorTo;
    private long actorCount;
    private int modelFrom;
    private int modelTo;
    private long modelCount;
    private int typeFrom;
    private int level;

    /** Scans the entry; afterwards the other methods tell what it holds if there was no problem. */
    Problem scan(byte[] bytes, int from, int to) {
        try {
            scanVersionOne(bytes, from, to);
            return Problem.NONE;
        } catch (NotCanonicalException e) {
            return classify(Arrays.copyOfRange(bytes, from, to));
        }
    }

    private void scanVersionOne(byte[] bytes, int from, int to) throws NotCanonicalException {
        start(bytes, from, to);
        literal(BODY);
        actorFrom = at() + 1;
        string();
        actorTo = at() - 1;
        if (skips(ACTOR_KIND)) {
            requireWord(at() + 1, stringEnd());
        }
        literal(AT);
        Rfc3339.require(bytes, at() + 1, stringEnd());
        literal(FIELDS);
        modelFrom = -1;
        level = IN_FIELDS;
        object(1);
        literal(TYPE);
        typeFrom = at() + 1;
        requireType(typeFrom, stringEnd());
        literal(COMMITMENTS);
        level = IN_COMMITMENTS;
        object(1);
        literal(COUNTS);
        actorCount = positive();
        modelCount = skips(MODEL_COUNT) ? positive() : 0;
        literal(VERSION);
        require(at() == to && name(actorFrom, actorTo));
        require(modelFrom < 0 ? modelCount == 0 : modelCount > 0 && name(modelFrom, modelTo));
    }

    @Override
    void member(int keyFrom, int keyTo, int depth) throws NotCanonicalException {
        int here = level;
        level = ELSEWHERE;
        if (here == IN_COMMITMENTS) {
            hex(COMMITMENT);
        } else if (here == IN_FIELDS && Arrays.equals(bytes(), keyFrom, keyTo, MODEL, 0, MODEL.length)) {
            modelFrom = at() + 1;
            string();
            modelTo = at() - 1;
        } else {
            value(depth);
        }
        level = here;
    }

    private int stringEnd() throws NotCanonicalException {
        string();
        return at() - 1;
    }

    /** {@code feature.what_happened}: lower case letters, digits, underscores, and a point within. */
    private void requireType(int from, int to) throws NotCanonicalException {
        int point = -1;
        for (int i = from; i < to; i++) {
            int c = bytes()[i];
            require((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.');
            point = c == '.' ? i : point;
        }
        require(point > from && point < to - 1 && bytes()[from] >= 'a');
    }

    /** Lower case letters and underscores. */
    private void requireWord(int from, int to) throws NotCanonicalException {
        require(to > from);
        for (int i = from; i < to; i++) {
            require((bytes()[i] >= 'a' && bytes()[i] <= 'z') || bytes()[i] == '_');
        }
    }

    private static boolean name(int from, int to) {
        return to > from && to - from <= MAX_NAME;
    }

    private static void require(boolean right) throws NotCanonicalException {
        if (!right) {
            throw NotCanonicalException.INSTANCE;
        }
    }

    /** What the entry says of the log's keys, if it is about them. */
    Optional<KeyChange> keyChange(int from, int to) {
        boolean about = Arrays.equals(
                bytes(), typeFrom, Math.min(typeFrom + KEY_EVENTS.length, to), KEY_EVENTS, 0, KEY_EVENTS.length);
        return about ? KeyChange.read(Arrays.copyOfRange(bytes(), from, to)) : Optional.empty();
    }

    /** Counts the entry's actor, and its model if it names one. */
    void countInto(NameTable actors, NameTable models, long index) {
        actors.add(bytes(), actorFrom, actorTo, actorCount, index);
        if (modelFrom >= 0) {
            models.add(bytes(), modelFrom, modelTo, modelCount, index);
        }
    }

    /** Off the hot path: which of the ways of being wrong it is. */
    private static Problem classify(byte[] entry) {
        long version = -1;
        try (JsonParser parser = new JsonFactory().createParser(entry)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.VALUE_NUMBER_INT && "v".equals(parser.currentName())) {
                    version = parser.getBigIntegerValue().bitLength() < 32 ? parser.getLongValue() : -1;
                }
            }
        } catch (IOException e) {
            return Problem.NOT_JSON;
        }
        if (!check(entry)) {
            return Problem.NOT_CANONICAL;
        }
        return version == 1 ? Problem.WRONG_SHAPE : Problem.UNKNOWN_VERSION;
    }
}
