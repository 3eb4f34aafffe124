package dk.rettidig.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.TlogProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a package for the national Task Force says beside the draw ({@code docs/supervision.md}): its sample plan against the
 * entry that bound the frame, and each proof against the log.
 */
final class PackageCheck {

    private static final int MAX_BYTES = 10_000_000;
    private static final int MOST_PROOFS = 1_000;
    private static final String SUFFIX = ".tlog-proof";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TYPES = Map.of(
            "frame", "supervision.frame_committed",
            "call", "supervision.draw_called",
            "drawn", "supervision.drawn");

    private final Findings findings;
    private final LedgerVerifier.Trust trust;
    private final String round;
    private long proved;

    private PackageCheck(Findings findings, LedgerVerifier.Trust trust, String round) {
        this.findings = findings;
        this.trust = trust;
        this.round = round;
    }

    /**
     * Checks an unpacked package.
     *
     * @param round the round of the draw
     * @param frame the entry that bound the frame, as far as it was proved
     * @return how many entries were proved
     */
    static long check(Path root, String round, Optional<DrawEntry> frame, LedgerVerifier.Trust trust, Findings findings)
            throws IOException {
        PackageCheck check = new PackageCheck(findings, trust, round);
        JsonNode said = JSON.readTree(DirectorySource.small(root.resolve("package.json"), MAX_BYTES));
        frame.ifPresent(bound -> check.plan(said, bound));
        check.plans(said, check.proofs(root.resolve("proofs")));
        return check.proved;
    }

    private void plan(JsonNode said, DrawEntry frame) {
        JsonNode plan = said.path("sample_plan");
        boolean same = said.path("round").asText().equals(round)
                && plan.path("cases").asLong(-1) == frame.number("cases")
                && plan.path("sample").asLong(-1) == frame.number("sample")
                && plan.path("drawn_from").asText().equals(frame.text("drawn_from"));
        if (!same) {
            wrong(
                    "package.json siger noget andet om runden end den indførsel, der bandt rammen",
                    "package.json says otherwise of the round than the entry that bound the frame");
        }
    }

    private Map<String, DrawEntry> proofs(Path folder) throws IOException {
        Map<String, DrawEntry> entries = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().limit(MOST_PROOFS).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(SUFFIX, "");
            try {
                TlogProof proof = TlogProof.parse(DirectorySource.small(file, TlogProof.MAX_BYTES));
                String type = TYPES.getOrDefault(name, "supervision.improvement_planned");
                DrawEntry.proved(proof, trust, type, name, findings).ifPresent(entry -> entries.put(name, entry));
            } catch (CheckpointException broken) {
                findings.add(Finding.whole(
                        Finding.Kind.PROOF,
                        "beviset for " + name + " kan ikke læses",
                        "the proof of " + name + " cannot be read"));
            }
        }
        entries.forEach((name, entry) -> {
            if (!entry.text("round").equals(round)) {
                wrong("beviset for " + name + " er af en anden runde", "the proof of " + name + " is of another round");
            }
        });
        proved = entries.size();
        return entries;
    }

    /** Frame, call, draw and every plan of this round must be there, each plan with the day that its entry has. */
    private void plans(JsonNode said, Map<String, DrawEntry> entries) {
        for (String name : TYPES.keySet()) {
            if (!entries.containsKey(name)) {
                missing(name);
            }
        }
        for (JsonNode plan : said.path("plans")) {
            if (plan.path("round").asText().equals(round)) {
                String name = "plan-" + plan.path("rule").asText();
                Optional<DrawEntry> entry = Optional.ofNullable(entries.get(name));
                if (entry.isEmpty()) {
                    missing(name);
                } else if (!entry.get().text("due").equals(plan.path("due").asText())
                        || !entry.get().text("rule").equals(plan.path("rule").asText())) {
                    wrong(
                            "planen for " + name + " er en anden end indførslens",
                            "the plan of " + name + " is another than the entry's");
                }
            }
        }
    }

    private void missing(String name) {
        findings.add(Finding.whole(
                Finding.Kind.PROOF,
                "beviset for " + name + " mangler eller holder ikke",
                "the proof of " + name + " is missing or does not hold"));
    }

    private void wrong(String danish, String english) {
        findings.add(Finding.whole(Finding.Kind.DRAW, danish, english));
    }
}
