package dk.rettidig.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.merkle.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An outsider draws again from the file alone, and every way to have cheated is named. */
class DrawVerifierTest {

    private static final LedgerVerifier.Trust KEY = new LedgerVerifier.Trust(
            List.of(ExportFixture.LOG.verifier()), List.of(DrawFixture.WITNESS.verifier()), Optional.empty());

    @TempDir
    Path folder;

    private Report verify(ObjectNode file) throws IOException {
        return verify(file, KEY);
    }

    private Report verify(ObjectNode file, LedgerVerifier.Trust trust) throws IOException {
        Path path = folder.resolve("draw.json");
        Files.write(path, DrawFixture.JSON.writeValueAsBytes(file));
        return DrawVerifier.verify(path, trust);
    }

    @Test
    void anHonestDrawHolds() throws IOException {
        Report report = verify(new DrawFixture().file());

        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.witnesses()).containsExactly("witness.example/w1");
    }

    @Test
    void holdsWithoutTheCasesBehindTheTickets() throws IOException {
        ObjectNode file = new DrawFixture().file();
        file.remove("openings");

        assertThat(verify(file).ok()).isTrue();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("a case is left out of the frame", Finding.Kind.FRAME, file -> drop(file, "tickets", 0)),
                lie("a case is added to the frame", Finding.Kind.FRAME, file -> add(file, "ff".repeat(32))),
                lie("a case stands twice", Finding.Kind.FRAME, file -> add(file, last(file, "tickets"))),
                lie("the frame is in another order", Finding.Kind.FRAME, file -> swap(file, "tickets", 0, 1)),
                lie("one case fewer is drawn", Finding.Kind.DRAW, file -> drop(file, "drawn", 2)),
                lie("the order of the draw is another", Finding.Kind.DRAW, file -> swap(file, "drawn", 0, 2)),
                lie("another case is put in", Finding.Kind.DRAW, DrawVerifierTest::replaceOne),
                lie("a case from nowhere is put in", Finding.Kind.DRAW, file -> set(file, "drawn", 1, "ab".repeat(32))),
                lie(
                        "the seed is another",
                        Finding.Kind.SEED,
                        file -> file.put("seed_root", Hash.of(new byte[32]).base64())),
                lie("the tree of the seed is not proved", Finding.Kind.SEED, file -> file.putArray("seed_to_call")),
                lie("the frame's tree is not proved", Finding.Kind.SEED, file -> file.putArray("frame_to_seed")),
                lie("the round is another", Finding.Kind.DRAW, file -> file.put("round", "x")),
                lie("frame and call change places", Finding.Kind.DRAW, DrawVerifierTest::swapProofs),
                lie("the entry is altered", Finding.Kind.PROOF, DrawVerifierTest::alterEntry),
                lie("another case is said to be behind a ticket", Finding.Kind.FRAME, DrawVerifierTest::misname),
                lie("one case has two tickets", Finding.Kind.FRAME, DrawVerifierTest::twice));
    }

    private static Arguments lie(String name, Finding.Kind kind, Consumer<ObjectNode> change) {
        return Arguments.of(name, kind, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void namesWhatIsWrong(String name, Finding.Kind kind, Consumer<ObjectNode> change) throws IOException {
        ObjectNode file = new DrawFixture().file();
        change.accept(file);

        Report report = verify(file);

        assertThat(report.ok()).as(name).isFalse();
        assertThat(report.findings()).extracting(Finding::kind).contains(kind);
    }

    @Test
    void saysWhichCaseTheSeedDrawsInstead() throws IOException {
        ObjectNode file = new DrawFixture().file();
        String right = DrawFixture.texts(file, "drawn").get(1);
        replaceOne(file);

        assertThat(verify(file).findings())
                .anyMatch(finding -> finding.english().startsWith("drawn number 2 is")
                        && finding.english().endsWith("the seed draws " + right));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                time(
                        "the frame was bound after the moment",
                        Finding.Kind.SEED,
                        f -> f.frameAt = "2026-11-20T12:00:00Z"),
                time("the draw was called too early", Finding.Kind.SEED, f -> f.callAt = "2026-11-20T11:59:59Z"),
                time("the frame was first shown with the draw", Finding.Kind.FRAME, f -> f.shown = 13),
                time("the call is of another round", Finding.Kind.DRAW, f -> f.callRound = "y"),
                time("another sample size was bound", Finding.Kind.DRAW, f -> f.sample = 4),
                time(
                        "another key signed",
                        Finding.Kind.PROOF,
                        f -> f.log = ExportFixture.key(ExportFixture.ORIGIN, 5)));
    }

    private static Arguments time(String name, Finding.Kind kind, Consumer<DrawFixture> change) {
        return Arguments.of(name, kind, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void namesWhatWasWrongFromTheStart(String name, Finding.Kind kind, Consumer<DrawFixture> change)
            throws IOException {
        DrawFixture fixture = new DrawFixture();
        change.accept(fixture);

        assertThat(verify(fixture.file()).findings())
                .as(name)
                .extracting(Finding::kind)
                .contains(kind);
    }

    @Test
    void demandsTheWitnessBeforeAndAfterTheMoment() throws IOException {
        LedgerVerifier.Trust other = new LedgerVerifier.Trust(
                List.of(ExportFixture.LOG.verifier()),
                List.of(ExportFixture.key("witness.example/w2", 3).verifier()),
                Optional.empty());

        assertThat(verify(new DrawFixture().file(), other).findings())
                .extracting(Finding::english)
                .contains(
                        "the witness witness.example/w2 did not see the frame before the chosen moment",
                        "the witness witness.example/w2 has not cosigned the draw after it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"format\":\"rettidig-draw-v2\"}",
                "{\"format\":\"rettidig-draw-v1\"}",
                "{\"format\":\"rettidig-draw-v1\",\"round\":\"r\",\"tickets\":[\"zz\"]}",
                "{\"format\":\"rettidig-draw-v1\",\"format\":\"rettidig-draw-v1\"}"
            })
    void whatIsNoFileOfADrawIsNotReadable(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("draw.json"), text);

        assertThatThrownBy(() -> DrawVerifier.verify(path, KEY)).isInstanceOf(IOException.class);
    }

    private static void put(ObjectNode file, String member, List<String> texts) {
        file.set(member, DrawFixture.JSON.valueToTree(texts));
    }

    private static void drop(ObjectNode file, String member, int at) {
        List<String> texts = DrawFixture.texts(file, member);
        texts.remove(at);
        put(file, member, texts);
    }

    private static void add(ObjectNode file, String ticket) {
        List<String> texts = DrawFixture.texts(file, "tickets");
        texts.add(ticket);
        put(file, "tickets", texts);
    }

    private static String last(ObjectNode file, String member) {
        return DrawFixture.texts(file, member).getLast();
    }

    private static void set(ObjectNode file, String member, int at, String text) {
        List<String> texts = DrawFixture.texts(file, member);
        texts.set(at, text);
        put(file, member, texts);
    }

    private static void swap(ObjectNode file, String member, int one, int other) {
        List<String> texts = DrawFixture.texts(file, member);
        Collections.swap(texts, one, other);
        put(file, member, texts);
    }

    private static void replaceOne(ObjectNode file) {
        List<String> drawn = DrawFixture.texts(file, "drawn");
        String other = DrawFixture.texts(file, "tickets").stream()
                .filter(ticket -> !drawn.contains(ticket))
                .findFirst()
                .orElseThrow();
        set(file, "drawn", 1, other);
    }

    private static void swapProofs(ObjectNode file) {
        String frame = file.get("frame").asText();
        file.put("frame", file.get("call").asText());
        file.put("call", frame);
    }

    private static void alterEntry(ObjectNode file) {
        String proof = file.get("frame").asText();
        String line = proof.lines()
                .filter(each -> each.startsWith("extra "))
                .findFirst()
                .orElseThrow();
        byte[] entry = java.util.Base64.getDecoder().decode(line.substring("extra ".length()));
        String altered =
                new String(entry, java.nio.charset.StandardCharsets.UTF_8).replace("\"sample\":3", "\"sample\":2");
        file.put(
                "frame",
                proof.replace(
                        line, "extra " + java.util.Base64.getEncoder().encodeToString(ExportFixture.utf8(altered))));
    }

    private static void misname(ObjectNode file) {
        ((ObjectNode) file.get("openings").get(0)).put("reference", "S-2026-99");
    }

    private static void twice(ObjectNode file) {
        ObjectNode first = (ObjectNode) file.get("openings").get(0);
        ((ObjectNode) file.get("openings").get(1))
                .put("reference", first.get("reference").asText());
    }
}
