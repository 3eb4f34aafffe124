package dk.rettidig.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.verifier.Finding;
import dk.rettidig.verifier.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Prints what a verification found: for people in Danish with English beside it, or as one JSON object. */
final class VerifyReport {

    private final boolean json;
    private final boolean hashesOnly;

    private final Optional<Path> state;

    /** Prints so; {@code state} is where it is remembered what was seen, if it is. */
    VerifyReport(boolean json, boolean hashesOnly, Optional<Path> state) {
        this.json = json;
        this.hashesOnly = hashesOnly;
        this.state = state;
    }

    String print(Report report) {
        return json ? json(report) : text(report);
    }

    private String text(Report report) {
        StringBuilder text = new StringBuilder();
        line(text, report.ok() ? "I ORDEN" : "FEJL", report.ok() ? "ALL IS RIGHT" : "SOMETHING IS WRONG");
        report.checkpoint().ifPresent(checkpoint -> checkpoint(text, report, checkpoint));
        switch (report.keySource()) {
            case GIVEN -> line(text, "Nøgle: angivet af dig", "key: given by you");
            case REMEMBERED -> line(text, "Nøgle: husket fra tidligere", "key: remembered from before");
            case EXPORT ->
                line(
                        text,
                        "Nøgle: FUNDET I SELVE EKSPORTEN. Det viser kun, at delene passer sammen, ikke hvem der har"
                                + " skrevet under. Få nøglen ad anden vej, og angiv den med --key",
                        "key: FOUND IN THE EXPORT ITSELF, which shows only that its parts fit together, not who signed."
                                + " Get the key some other way and give it with --key");
            case NONE -> line(text, "Nøgle: ingen (--key)", "key: none (--key)");
        }
        report.witnesses().forEach(name -> line(text, "Medunderskrevet af " + name, "cosigned by " + name));
        report.remembered()
                .ifPresent(size -> line(
                        text,
                        number(size) + " indførsler var set før",
                        number(size) + " entries had been seen before"));
        findings(text, report);
        state.filter(where -> !report.ok() && compared(report)).ifPresent(where -> another(text, where));
        return text.toString().stripTrailing();
    }

    private static boolean compared(Report report) {
        return report.remembered().isPresent() || report.keySource() == Report.KeySource.REMEMBERED;
    }

    private static void another(StringBuilder text, Path where) {
        line(
                text,
                "Sammenlignet med det, der er husket i " + where + ". Gem det: det er bevis. Er det i stedet en anden"
                        + " protokol med samme navn, for eksempel en ny demonstration, så brug --no-state",
                "compared with what is remembered in " + where + ". Keep it: it is evidence. If this is another ledger"
                        + " of the same name instead, a new demonstration for instance, use --no-state");
    }

    private void checkpoint(StringBuilder text, Report report, Checkpoint checkpoint) {
        line(text, "Protokol: " + checkpoint.origin(), "ledger: " + checkpoint.origin());
        line(
                text,
                "Kontrolpunkt: " + number(checkpoint.size()) + " indførsler, rod "
                        + checkpoint.root().base64(),
                "checkpoint: " + number(checkpoint.size()) + " entries and this root");
        if (hashesOnly) {
            line(text, "Kun kontrolsummer; indførslerne er ikke læst", "hashes only; no entry was read");
        } else {
            line(
                    text,
                    number(report.entries()) + " indførsler læst, " + number(report.actors()) + " aktører",
                    number(report.entries()) + " entries read, " + number(report.actors()) + " actors");
        }
    }

    private static void findings(StringBuilder text, Report report) {
        report.firstBadIndex()
                .ifPresent(index -> line(text, "Første fejl: indførsel " + index, "first bad entry: " + index));
        for (Finding finding : report.findings()) {
            String where = finding.index().isPresent() ? finding.index().getAsLong() + ": " : "";
            line(text, "- " + where + finding.danish(), finding.english());
        }
        long more = report.findingCount() - report.findings().size();
        if (more > 0) {
            line(text, "- og " + number(more) + " fejl mere", number(more) + " more");
        }
    }

    private static void line(StringBuilder text, String danish, String english) {
        text.append(danish).append(" / ").append(english).append('\n');
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String json(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeBooleanField("ok", report.ok());
            out.writeStringField("source", report.source());
            if (report.checkpoint().isPresent()) {
                Checkpoint checkpoint = report.checkpoint().get();
                out.writeStringField("origin", checkpoint.origin());
                out.writeNumberField("size", checkpoint.size());
                out.writeStringField("root", checkpoint.root().base64());
            }
            out.writeStringField("key_source", report.keySource().name().toLowerCase(Locale.ROOT));
            out.writeStringField("key", report.key());
            out.writeArrayFieldStart("witnesses");
            for (String witness : report.witnesses()) {
                out.writeString(witness);
            }
            out.writeEndArray();
            optional(out, "remembered_size", report.remembered());
            if (state.isPresent()) {
                out.writeStringField("state", state.get().toString());
            }
            out.writeNumberField("entries", report.entries());
            out.writeNumberField("bytes", report.bytes());
            out.writeNumberField("actors", report.actors());
            out.writeBooleanField("hash_tiles", report.hashTiles());
            optional(out, "first_bad_index", report.firstBadIndex());
            out.writeNumberField("finding_count", report.findingCount());
            findings(out, report);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void findings(JsonGenerator out, Report report) throws IOException {
        out.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            out.writeStartObject();
            out.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
            optional(out, "index", finding.index());
            out.writeStringField("danish", finding.danish());
            out.writeStringField("english", finding.english());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void optional(JsonGenerator out, String name, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            out.writeNumberField(name, number.getAsLong());
        } else {
            out.writeNullField(name);
        }
    }
}
