package dk.rettidig.ledger;

import dk.rettidig.law.PolicyDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The content of an entry. Open values are readable by whoever may read entries; committed values (pseudonyms, free text,
 * whatever may have to be erased) enter the record only as a hash over a fresh salt and the value, and live in an erasable
 * table. Immutable: each method returns a new value.
 */
public final class EventFields {

    private static final EventFields NONE = new EventFields(Map.of(), Map.of(), List.of(), List.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    private final Map<String, Object> open;
    private final Map<String, byte[]> committed;
    private final List<Child> children;
    private final List<UUID> flags;

    private EventFields(
            Map<String, Object> open, Map<String, byte[]> committed, List<Child> children, List<UUID> flags) {
        this.open = open;
        this.committed = committed;
        this.children = children;
        this.flags = flags;
    }

    /** A child whom the entry concerns; {@code toString} hides it. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the look-up, never compared
    record Child(String municipality, byte[] pseudonym) {
        @Override
        public String toString() {
            return "Child[hidden]";
        }
    }

    /** No content. */
    public static EventFields none() {
        return NONE;
    }

    /** Adds an open text of at most 4,000 characters. */
    public EventFields text(String name, String value) {
        if (value.length() > 4000) {
            throw new IllegalArgumentException("an open text of an entry has at most 4,000 characters");
        }
        return open(name, value);
    }

    /** Adds an open whole number; beyond 2^53 it is written as text (RFC 8785 section 3.2.2.3 numbers are doubles). */
    public EventFields number(String name, long value) {
        long largest = 1L << 53;
        return value < -largest || value > largest ? open(name, Long.toString(value)) : open(name, value);
    }

    /** Adds an open truth value. */
    public EventFields truth(String name, boolean value) {
        return open(name, value);
    }

    /** Adds an open moment, UTC, RFC 3339. */
    public EventFields moment(String name, Instant value) {
        return open(name, value.toString());
    }

    /** Adds an open list of texts, in the order given. */
    public EventFields texts(String name, List<String> values) {
        return open(name, List.copyOf(values));
    }

    /** Adds the digest of the policy set. */
    public EventFields policy(PolicyDigest digest) {
        return open("policy", digest.value());
    }

    /** Adds an open group of fields; its commitments stay commitments under {@code name.field}. */
    public EventFields group(String name, EventFields fields) {
        EventFields result = open(name, fields.open);
        for (Map.Entry<String, byte[]> entry : fields.committed.entrySet()) {
            result = result.committed(name + "." + entry.getKey(), entry.getValue());
        }
        return new EventFields(
                result.open, result.committed, joined(children, fields.children), joined(flags, fields.flags));
    }

    /** Adds a value that enters the record as a salted commitment only. */
    public EventFields committed(String name, byte[] value) {
        Map<String, byte[]> next = new TreeMap<>(committed);
        if (next.put(checked(name), value.clone()) != null) {
            throw new IllegalArgumentException("the field " + name + " is there already");
        }
        return new EventFields(open, next, children, flags);
    }

    /**
     * Adds a child as a commitment, by which the entry is found for as long as the commitment can be opened.
     *
     * @param municipality whose child, three digits
     */
    public EventFields child(String name, String municipality, byte[] pseudonym) {
        EventFields result = committed(name, pseudonym);
        return new EventFields(
                result.open,
                result.committed,
                joined(children, List.of(new Child(municipality, pseudonym.clone()))),
                flags);
    }

    /** Adds the open field {@code flag}, by which the entry is found. */
    public EventFields flag(UUID id) {
        return text("flag", id.toString()).naming(List.of(id));
    }

    /** Adds the open list {@code flags}, by each of which the entry is found. */
    public EventFields flags(List<UUID> ids) {
        return texts("flags", ids.stream().map(UUID::toString).toList()).naming(ids);
    }

    private EventFields naming(List<UUID> ids) {
        return new EventFields(open, committed, children, joined(flags, ids));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The children whom the entry concerns. */
    List<Child> children() {
        return children;
    }

    /** The flags that the entry names. */
    List<UUID> flagIds() {
        return flags;
    }

    /** The open values by name: {@link String}, {@link Long}, {@link Boolean}, lists of texts and nested maps. */
    public Map<String, Object> open() {
        return Collections.unmodifiableMap(open);
    }

    /** The values to commit to, by name. */
    public Map<String, byte[]> committed() {
        return Collections.unmodifiableMap(committed);
    }

    private EventFields open(String name, Object value) {
        Objects.requireNonNull(value);
        Map<String, Object> next = new TreeMap<>(open);
        if (next.put(checked(name), value) != null) {
            throw new IllegalArgumentException("the field " + name + " is there already");
        }
        return new EventFields(next, committed, children, flags);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a field's name is snake case");
        }
        return name;
    }

    @Override
    public String toString() {
        return "EventFields" + open.keySet();
    }
}
