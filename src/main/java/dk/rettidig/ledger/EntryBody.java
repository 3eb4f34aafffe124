package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The canonical bytes of an entry, in two steps: what is known when it is appended, and the running counts that the
 * sequencer adds. Together they are the RFC 8785 form of {@code {"body": {actor, actor_kind, at, fields, type},
 * "commitments": {name: hash}, "counts": {actor, model}, "v": 1}}. docs/ledger.md, section "Entries".
 */
final class EntryBody {

    /** Most bytes of an entry: C2SP tlog-tiles writes its length in 16 bits. */
    static final int LONGEST_ENTRY = 65_535;

    /** Room that the counts need at most: two numbers of 19 digits and their names. */
    private static final int COUNTS = 80;

    /** Most bytes of a model's name: whoever counts keeps each in memory. */
    private static final int LONGEST_MODEL = 200;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    private final CanonicalJson json = new CanonicalJson();
    private final List<Commitment> commitments = new ArrayList<>();

    /**
     * Encodes an event up to its counts.
     *
     * @throws LedgerFault {@code ledger_entry_too_large}
     */
    EntryBody(String handle, ActorKind kind, Instant at, String type, EventFields fields, SecureRandom random) {
        check(type, fields);
        json.raw("{\"body\":{\"actor\":")
                .text(handle)
                .raw(",\"actor_kind\":")
                .text(kind.id())
                .raw(",\"at\":")
                .text(at.truncatedTo(ChronoUnit.MICROS).toString())
                .raw(",\"fields\":")
                .value(fields.open())
                .raw(",\"type\":")
                .text(type)
                .raw("},\"commitments\":{");
        commit(fields.committed(), random);
        json.raw("}");
        if (json.length() > LONGEST_ENTRY - COUNTS) {
            throw new LedgerFault(LedgerErrorCode.ENTRY_TOO_LARGE);
        }
    }

    private static void check(String type, EventFields fields) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an event's type is feature.what_happened");
        }
        Object model = fields.open().get("model");
        if (model != null && !isName(model)) {
            throw new IllegalArgumentException("a model is named by a text of 1 to " + LONGEST_MODEL + " bytes");
        }
    }

    private static boolean isName(Object model) {
        return model instanceof String name
                && !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MODEL;
    }

    private void commit(Map<String, byte[]> values, SecureRandom random) {
        String separator = "";
        for (Map.Entry<String, byte[]> value : values.entrySet()) {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            Commitment commitment = Commitment.of(value.getKey(), salt, value.getValue());
            commitments.add(commitment);
            json.raw(separator).text(commitment.name()).raw(":").text(commitment.hash());
            separator = ",";
        }
    }

    /** The bytes up to the counts. */
    byte[] bytes() {
        return json.toBytes();
    }

    /** What the entry commits to. */
    List<Commitment> commitments() {
        return commitments;
    }

    /** The entry: appended bytes with the counts behind them. */
    static byte[] entry(byte[] body, long actorCount, OptionalLong modelCount) {
        StringBuilder tail =
                new StringBuilder(COUNTS).append(",\"counts\":{\"actor\":").append(actorCount);
        modelCount.ifPresent(count -> tail.append(",\"model\":").append(count));
        tail.append("},\"v\":1}");
        byte[] end = tail.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] entry = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, entry, body.length, end.length);
        return entry;
    }
}
