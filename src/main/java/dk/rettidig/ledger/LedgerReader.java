package dk.rettidig.ledger;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.ConsistencyProof;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.NodeReader;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published log for those who read it: nothing beyond the newest checkpoint is shown or proved. What a caller asks for
 * that is not there is a {@code ledger_nothing_there} fault. Who may read what is the caller's to have asked the gate.
 */
@Singleton
public class LedgerReader {

    /** Most entries in one answer: a full bundle of C2SP tlog-tiles. */
    public static final int MOST_ENTRIES = TilePath.FULL;

    private final Log log;
    private final CheckpointSigner signer;

    /** Reads this log. */
    public LedgerReader(Log log, CheckpointSigner signer) {
        this.log = log;
        this.signer = signer;
    }

    private interface Read<T> {
        T from(Log log) throws SQLException;
    }

    private <T> T read(Read<T> read) {
        try {
            return read.from(log);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }

    /** The public key as a vkey; while keys are changed the current one. */
    public String verifierKey() {
        return signer.verifierKeys().getFirst().encode();
    }

    /** The public keys that sign now, as vkeys, the current one first. */
    public List<String> verifierKeys() {
        return signer.verifierKeys().stream().map(VerifierKey::encode).toList();
    }

    /** The newest checkpoint. */
    public Published checkpoint() {
        return read(Log::newest).orElseThrow(LedgerReader::nothingThere);
    }

    /** A tile of hashes of the published tree. */
    public Tile tile(TilePath path) {
        requirePublished(path);
        return read(from -> from.tile(path));
    }

    /**
     * A bundle of entries of the published tree: each with its length as two bytes, big-endian, in front. If the table was
     * tampered with it holds what is left, for the verifier to say what is missing.
     */
    public byte[] bundle(TilePath path) {
        requirePublished(path);
        return encode(read(from -> from.entries(path.index() * TilePath.FULL, path.width())));
    }

    /** Entries behind each other in the form of a bundle (C2SP tlog-tiles, "Log entries"). */
    static byte[] encode(List<Entry> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            byte[] bytes = entry.bytes();
            bundle.write(bytes.length >> 8);
            bundle.write(bytes.length);
            bundle.writeBytes(bytes);
        }
        return bundle.toByteArray();
    }

    private void requirePublished(TilePath path) {
        long size = checkpoint().size();
        // Beyond this no tile can exist; it also keeps index arithmetic within a long.
        if (path.index() > size || Tiles.width(path.level(), path.index(), size) < path.width()) {
            throw nothingThere();
        }
    }

    /** Published entries from an index on, at most {@link #MOST_ENTRIES}. */
    public List<Entry> entries(long from, int limit) {
        long left = checkpoint().size() - from;
        if (from < 0 || left <= 0) {
            return List.of();
        }
        int most = (int) Math.min(left, Math.clamp(limit, 1, MOST_ENTRIES));
        return read(log -> log.entries(from, most));
    }

    /** A published entry. */
    public Entry entry(long index) {
        return entries(index, 1).stream().findFirst().orElseThrow(LedgerReader::nothingThere);
    }

    /**
     * Published entries in the order of these indices, in one read; indices beyond the newest checkpoint are left out.
     *
     * @throws LedgerFault {@code ledger_damaged} when the log has lost one of them
     */
    public List<Entry> entries(List<Long> indices) {
        if (indices.isEmpty()) {
            return List.of();
        }
        long size = checkpoint().size();
        Map<Long, Entry> found = new HashMap<>();
        read(from -> from.entries(indices)).forEach(entry -> found.put(entry.index(), entry));
        return indices.stream()
                .filter(index -> index < size)
                .map(index -> Optional.ofNullable(found.get(index))
                        .orElseThrow(() -> new LedgerFault(LedgerErrorCode.DAMAGED)))
                .toList();
    }

    /** The published checkpoint of exactly this size. */
    public Published checkpointOf(long size) {
        return read(log -> log.ofSize(size)).orElseThrow(LedgerReader::nothingThere);
    }

    /** Proves that an entry is in the tree of a published size. */
    public InclusionProof inclusion(long index, long size) {
        if (size > checkpoint().size() || index < 0 || index >= size) {
            throw nothingThere();
        }
        return Proofs.inclusion(index, size, nodes(size));
    }

    /**
     * An entry's leaf and its way to the root.
     *
     * @param leaf the leaf's hash
     */
    public record Proved(Hash leaf, InclusionProof proof) {}

    /** Proves entries in the tree of a published size, in the order given; reads each tile once. */
    public List<Proved> inclusions(List<Long> indices, long size) {
        if (size > checkpoint().size() || indices.stream().anyMatch(index -> index < 0 || index >= size)) {
            throw nothingThere();
        }
        Map<TilePath, Tile> tiles = new HashMap<>();
        NodeReader nodes =
                Tiles.nodes(size, path -> tiles.computeIfAbsent(path, missing -> read(log -> log.tile(missing))));
        return indices.stream()
                .map(index -> new Proved(nodes.node(0, index), Proofs.inclusion(index, size, nodes)))
                .toList();
    }

    /** Proves that a published tree is a prefix of another. */
    public ConsistencyProof consistency(long first, long second) {
        if (second > checkpoint().size() || first < 1 || first > second) {
            throw nothingThere();
        }
        return Proofs.consistency(first, second, nodes(second));
    }

    /** A proof file for one entry that can be checked alone (C2SP tlog-proof), with the entry in the extra line. */
    public String proofFile(long index, long size) {
        try {
            InclusionProof proof = inclusion(index, size);
            return new TlogProof(
                            new TlogProof.Extra(entry(index).bytes()),
                            index,
                            proof.path(),
                            SignedNote.parse(checkpointOf(size).note()))
                    .encode();
        } catch (CheckpointException failure) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, failure);
        }
    }

    private NodeReader nodes(long size) {
        return Tiles.nodes(size, path -> read(log -> log.tile(path)));
    }

    private static LedgerFault nothingThere() {
        return new LedgerFault(LedgerErrorCode.NOTHING_THERE);
    }
}
