package dk.rettidig.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.casefile.supervision.CaseReference;
import dk.rettidig.casefile.supervision.Draw;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.NodeReader;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An honest draw of three of twelve cases in a small log, each part on its own so that tests can lie. */
final class DrawFixture {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String ROUND = "00000000-0000-4000-8000-000000000007";
    static final SigningKey WITNESS =
            SigningKey.of(new KeyName("witness.example/w1"), KeyAlgorithm.COSIGNATURE_V1, seed(9));

    private static final int CASES = 12;
    private static final int FRAME = 5;
    private static final int CALL = 12;

    final Map<Hash, Integer> cases = new HashMap<>();
    Instant opens = Instant.parse("2026-11-20T12:00:00Z");
    String frameAt = "2026-11-20T10:00:00Z";
    String callAt = "2026-11-20T12:00:01Z";
    String callRound = ROUND;
    int sample = 3;
    int shown = 8;
    SigningKey log = ExportFixture.LOG;

    DrawFixture() {
        for (int i = 0; i < CASES; i++) {
            cases.put(Draw.ticket(seed(i + 1), reference(i)), i);
        }
    }

    static byte[] seed(int last) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) last;
        return bytes;
    }

    static CaseReference reference(int number) {
        return new CaseReference("S-2026-" + number);
    }

    List<Hash> tickets() {
        return cases.keySet().stream().sorted().toList();
    }

    private List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>(ExportFixture.entries(16));
        entries.set(
                FRAME,
                entry(
                        "supervision.frame_committed",
                        frameAt,
                        "\"cases\":" + CASES + ",\"drawn_from\":\"all_cases\",\"municipality\":\"999\",\"opens_at\":\""
                                + opens + "\",\"root\":\""
                                + Draw.root(tickets()).hex() + "\",\"round\":\"" + ROUND
                                + "\",\"sample\":" + sample));
        entries.set(
                CALL,
                entry("supervision.draw_called", callAt, "\"municipality\":\"999\",\"round\":\"" + callRound + "\""));
        return entries;
    }

    private static byte[] entry(String type, String at, String fields) {
        return ExportFixture.utf8("{\"body\":{\"actor\":\"a\",\"at\":\"" + at + "\",\"fields\":{" + fields
                + "},\"type\":\"" + type + "\"},\"commitments\":{},\"counts\":{\"actor\":1},\"v\":1}");
    }

    private static NodeReader nodes(List<byte[]> entries) {
        Map<TilePath, Tile> tiles = new HashMap<>();
        ExportFixture.grown(entries).tiles().forEach(tile -> tiles.put(tile.path(), tile));
        return Tiles.nodes(entries.size(), path -> Objects.requireNonNull(tiles.get(path)));
    }

    static Hash root(List<byte[]> entries) {
        return ExportFixture.grown(entries).root();
    }

    private String proof(List<byte[]> entries, int index, Instant cosigned) {
        Checkpoint checkpoint = new Checkpoint(ExportFixture.ORIGIN, entries.size(), root(entries));
        SignedNote note = SignedNote.sign(checkpoint.text(), log);
        return new TlogProof(
                        new TlogProof.Extra(entries.get(index)),
                        index,
                        Proofs.inclusion(index, entries.size(), nodes(entries)).path(),
                        note.with(WITNESS.cosign(note.text(), cosigned)))
                .encode();
    }

    ObjectNode file() {
        List<byte[]> all = entries();
        List<byte[]> first = all.subList(0, shown);
        List<byte[]> called = all.subList(0, CALL + 1);
        Hash root = root(called);
        Hash seed = Draw.seed(new Checkpoint(ExportFixture.ORIGIN, CALL + 1, root));
        ObjectNode file =
                JSON.createObjectNode().put("format", "rettidig-draw-v1").put("round", ROUND);
        file.set("tickets", JSON.valueToTree(tickets().stream().map(Hash::hex).toList()));
        file.put("frame", proof(first, FRAME, opens.minusSeconds(60)));
        file.put("call", proof(all, CALL, opens.plusSeconds(2)));
        file.put("seed_root", root.base64());
        file.set("frame_to_seed", hashes(shown, called));
        file.set("seed_to_call", hashes(CALL + 1, all));
        List<Hash> drawn = Draw.drawn(seed, tickets(), 3);
        file.set("drawn", JSON.valueToTree(drawn.stream().map(Hash::hex).toList()));
        file.set("openings", JSON.valueToTree(drawn.stream().map(this::opening).toList()));
        return file;
    }

    private static com.fasterxml.jackson.databind.JsonNode hashes(int first, List<byte[]> entries) {
        return first > entries.size()
                ? JSON.createArrayNode()
                : JSON.valueToTree(Proofs.consistency(first, entries.size(), nodes(entries)).path().stream()
                        .map(Hash::base64)
                        .toList());
    }

    private Map<String, String> opening(Hash ticket) {
        int number = Objects.requireNonNull(cases.get(ticket));
        return Map.of(
                "ticket", ticket.hex(),
                "key", HexFormat.of().formatHex(seed(number + 1)),
                "reference", reference(number).value());
    }

    static List<String> texts(ObjectNode file, String member) {
        String[] texts = JSON.convertValue(file.get(member), String[].class);
        return new ArrayList<>(Arrays.asList(texts));
    }
}
