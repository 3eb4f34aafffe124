package dk.rettidig.law;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All files of {@code policies/} as one value. A decision names its digest, and the set is stored whole under it, so that
 * the decision can be replayed under the rules of its day (ADR 0020).
 *
 * <p>The digest is the SHA-256 of the text {@code rettidig-policy-set-v1}, a line feed, and for each file in the order of
 * its path's UTF-8 bytes: the length of the path in bytes (4 bytes, big-endian), the path, the length of the content
 * (8 bytes, big-endian), the content. Nothing outside the files enters it.
 */
public final class PolicySet {

    /** The indicators that may be asked for, and those that may not. */
    public static final String INDICATORS = "indicators.yaml";

    /** The legal bases. */
    public static final String LEGAL_BASES = "legal-bases.yaml";

    /** The rules of the gate, in Cedar. */
    public static final String RULES = "gate.cedar";

    /** The words that the rules may use, a Cedar schema. */
    public static final String SCHEMA = "gate.cedarschema";

    /** Deadlines of the law. */
    public static final String DEADLINES = "deadlines.yaml";

    /** What the record of a case must show. */
    public static final String CASE_RULES = "case-rules.yaml";

    /** How long data live. */
    public static final String RETENTION = "retention.yaml";

    /** What a model must show before it goes live. */
    public static final String RELEASE_LIMITS = "release-limits.yaml";

    /** When flagging pauses by itself. */
    public static final String MONITORING_LIMITS = "monitoring-limits.yaml";

    /** What reviewers ask of a case in legal supervision. */
    public static final String SUPERVISION_RULES = "supervision-rules.yaml";

    /** When a flag is raised, and how many. */
    public static final String THRESHOLDS = "thresholds.yaml";

    /** What a notification demands. */
    public static final String TRIAGE = "triage.yaml";

    /** Who is followed up, who is told, and what two statistics count. */
    public static final String FOLLOW_UP = "follow-up.yaml";

    /** What the municipality's guidelines must answer. */
    public static final String GUIDELINE_POINTS = "guideline-points.yaml";

    /** How children are handed over to the municipality they move to. */
    public static final String HANDOVER = "handover.yaml";

    /** Codes of municipalities. */
    public static final String MUNICIPALITIES = "codes/municipalities.csv";

    /** Codes of notifiers and causes of notifications. */
    public static final String NOTIFICATION_CODES = "codes/notification-codes.csv";

    /** The files that make a set, all of them and no others. */
    public static final List<String> FILES = List.of(
            CASE_RULES,
            MUNICIPALITIES,
            NOTIFICATION_CODES,
            DEADLINES,
            FOLLOW_UP,
            HANDOVER,
            RULES,
            SCHEMA,
            GUIDELINE_POINTS,
            INDICATORS,
            LEGAL_BASES,
            MONITORING_LIMITS,
            RELEASE_LIMITS,
            RETENTION,
            SUPERVISION_RULES,
            THRESHOLDS,
            TRIAGE);

    private static final byte[] DOMAIN = "rettidig-policy-set-v1\n".getBytes(StandardCharsets.US_ASCII);

    private final List<PolicyFile> files;
    private final PolicyDigest digest;

    private PolicySet(List<PolicyFile> files) {
        this.files = files;
        this.digest = digestOf(files);
    }

    /** The set of these files; paths must differ. */
    public static PolicySet of(Collection<PolicyFile> files) {
        List<PolicyFile> sorted = files.stream()
                .sorted(Comparator.comparing(
                        file -> file.path().getBytes(StandardCharsets.UTF_8), java.util.Arrays::compareUnsigned))
                .toList();
        if (sorted.stream().map(PolicyFile::path).distinct().count() != sorted.size()) {
            throw new IllegalArgumentException("a policy set has each path once");
        }
        return new PolicySet(sorted);
    }

    /** The files in the order of the digest. */
    public List<PolicyFile> files() {
        return files;
    }

    /** The file with this path. */
    public Optional<PolicyFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The digest that names the set. */
    public PolicyDigest digest() {
        return digest;
    }

    /** The same set with one file replaced or added. */
    public PolicySet with(PolicyFile changed) {
        return of(Stream.concat(files.stream().filter(file -> !file.path().equals(changed.path())), Stream.of(changed))
                .toList());
    }

    private static PolicyDigest digestOf(List<PolicyFile> files) {
        MessageDigest sha256 = sha256();
        sha256.update(DOMAIN);
        for (PolicyFile file : files) {
            byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).array());
            sha256.update(path);
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(file.size()).array());
            sha256.update(file.bytes());
        }
        return new PolicyDigest(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicySet that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "PolicySet[" + digest.brief() + "]";
    }
}
