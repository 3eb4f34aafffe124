package dk.rettidig.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of {@code legal-bases.yaml} as a value. */
public final class LegalBasisRegister implements LegalBases {

    /** Longest a signature may count, in months (a year, so that someone looks again). */
    private static final int LONGEST_SIGNATURE = 12;

    private final Map<BasisId, LegalBasis> bases;
    private final Map<BasisId, Integer> lines;
    private final int signatureMonths;
    private final PolicyDigest digest;

    private LegalBasisRegister(
            Map<BasisId, LegalBasis> bases, Map<BasisId, Integer> lines, int signatureMonths, PolicyDigest digest) {
        this.bases = bases;
        this.lines = lines;
        this.signatureMonths = signatureMonths;
        this.digest = digest;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static LegalBasisRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.LEGAL_BASES, problems);
        int months = file.integer("signature_months", 1, LONGEST_SIGNATURE);
        Map<BasisId, LegalBasis> bases = new LinkedHashMap<>();
        Map<BasisId, Integer> lines = new HashMap<>();
        for (YamlFields entry : file.list("legal_bases")) {
            LegalBasis basis = basis(entry);
            if (bases.putIfAbsent(basis.id(), basis) != null) {
                entry.problem("id", "\"" + basis.id() + "\" stands there already", "give each basis its own id");
            }
            lines.putIfAbsent(basis.id(), entry.line("indicators"));
        }
        file.done();
        return new LegalBasisRegister(bases, lines, months, set.digest());
    }

    @Override
    public Optional<LegalBasis> find(BasisId id) {
        return Optional.ofNullable(bases.get(id));
    }

    @Override
    public List<LegalBasis> all() {
        return List.copyOf(bases.values());
    }

    @Override
    public PolicyDigest digest() {
        return digest;
    }

    /** How many months a legal reviewer's signature counts. */
    public int signatureMonths() {
        return signatureMonths;
    }

    /** Line of the basis' list of indicators, for messages about them. */
    public int indicatorsLine(BasisId id) {
        return lines.getOrDefault(id, 0);
    }

    private static LegalBasis basis(YamlFields entry) {
        BasisId id = id(entry);
        String danish = entry.text("danish");
        String english = entry.text("english");
        String citation = entry.text("citation");
        Purpose purpose =
                entry.word("purpose", Purpose::parse, words(Purpose.values())).orElse(Purpose.CHILD_SUPPORT);
        Set<Phase> phases = phases(entry);
        String controller = entry.text("controller");
        ScopeKind scope =
                entry.word("scope", ScopeKind::parse, words(ScopeKind.values())).orElse(ScopeKind.NONE);
        int days = entry.integer("maximum_days", 1, 3660);
        Set<String> municipalities = new HashSet<>(entry.texts("municipalities"));
        Set<String> indicators = new HashSet<>(entry.texts("indicators"));
        Set<String> sources = new HashSet<>(entry.texts("source_kinds"));
        boolean syntheticOnly = entry.truth("synthetic_only");
        boolean enabled = entry.truth("enabled");
        String reason = entry.textOrBlank("reason");
        LocalDate from = entry.date("in_force_from");
        Optional<LocalDate> to = entry.optionalDate("in_force_to");
        String confidence = entry.word("confidence", Confidence::parse, Confidence.CHOICES)
                .map(Confidence::id)
                .orElse("memory-low");
        LegalBasis basis = new LegalBasis(
                id,
                danish,
                english,
                citation,
                purpose,
                phases,
                controller,
                scope,
                days,
                municipalities,
                indicators,
                sources,
                syntheticOnly,
                enabled,
                reason,
                from,
                to,
                confidence,
                verification(entry));
        check(entry, basis);
        entry.done();
        return basis;
    }

    private static void check(YamlFields entry, LegalBasis basis) {
        if (basis.inForceTo().filter(to -> to.isBefore(basis.inForceFrom())).isPresent()) {
            entry.problem("in_force_to", "the basis ends before it begins", "correct in_force_from or in_force_to");
        }
        if (!basis.enabled() && basis.reason().isBlank()) {
            entry.problem("reason", "the basis is not enabled and does not say why", "write the reason");
        }
        if (basis.phases().contains(Phase.DEMO) && !basis.syntheticOnly()) {
            entry.problem("synthetic_only", "a demo basis covers real data", "set synthetic_only: true");
        }
        for (String code : basis.municipalities()) {
            if (!code.matches("[1-9][0-9]{2}")) {
                entry.problem("municipalities", "\"" + code + "\" is no municipality code", "write three digits");
            }
        }
    }

    private static Set<Phase> phases(YamlFields entry) {
        Set<Phase> phases = new HashSet<>();
        for (String word : entry.texts("phases")) {
            Phase.parse(word)
                    .ifPresentOrElse(
                            phases::add,
                            () -> entry.problem(
                                    "phases", "\"" + word + "\" is no phase", "choose among " + words(Phase.values())));
        }
        if (phases.isEmpty() && entry.has("phases")) {
            entry.problem("phases", "the basis covers no phase", "name at least one");
        }
        return phases;
    }

    private static Optional<LegalBasis.Verification> verification(YamlFields entry) {
        Optional<String> by = entry.optionalText("verified_by");
        Optional<LocalDate> on = entry.optionalDate("verified_on");
        if (by.isPresent() != on.isPresent()) {
            entry.problem(
                    by.isPresent() ? "verified_by" : "verified_on",
                    "verified_by and verified_on belong together",
                    "name who verified the entry and when, or neither");
        }
        return by.flatMap(name -> on.map(date -> new LegalBasis.Verification(name, date)));
    }

    private static BasisId id(YamlFields entry) {
        String id = entry.text("id");
        try {
            return new BasisId(id);
        } catch (IllegalArgumentException _) {
            entry.problem("id", "\"" + id + "\" is no id", "use lower case letters, digits, '.', '_' and '-'");
            return new BasisId("invalid." + entry.line());
        }
    }

    private static String words(Object[] values) {
        List<String> words = new ArrayList<>();
        for (Object value : values) {
            switch (value) {
                case Purpose purpose -> words.add(purpose.id());
                case Phase phase -> words.add(phase.id());
                case ScopeKind scope -> words.add(scope.id());
                default -> words.add(value.toString());
            }
        }
        return String.join(", ", words);
    }
}
