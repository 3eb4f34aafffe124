package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.seal.SealException;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which runs had a child whose erasure is halted: only with salt and leaves can it be shown later that the child was in one. */
@Singleton
class HaltedRuns {

    private static final int WIDTH = 32;

    private final ErasureBox box;

    HaltedRuns(ErasureBox box) {
        this.box = box;
    }

    /** Those of the runs that had no halted child in them. */
    List<UUID> without(Connection connection, MunicipalityCode municipality, List<UUID> runs) throws SQLException {
        List<Pseudonym> children = halted(connection, municipality);
        List<UUID> free = new ArrayList<>();
        for (UUID run : runs) {
            if (!renamed(connection, municipality, run) && !anyIn(connection, run, children)) {
                free.add(run);
            }
        }
        return free;
    }

    /** Whether one of the children was in a run that has its salt and leaves still, whatever became of it there. */
    boolean anyIn(Connection connection, UUID run, List<Pseudonym> children) throws SQLException {
        MemberLeaves leaves = new MemberLeaves(salt(connection, run));
        for (Pseudonym child : children) {
            if (status(connection, run, leaves, child).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What became of a child in a run that has its salt and leaves still; empty when it was not in it. */
    Optional<MemberStatus> statusIn(Connection connection, UUID run, Pseudonym child) throws SQLException {
        return status(connection, run, new MemberLeaves(salt(connection, run)), child);
    }

    private static Optional<MemberStatus> status(Connection connection, UUID run, MemberLeaves leaves, Pseudonym child)
            throws SQLException {
        for (MemberStatus status : MemberStatus.values()) {
            if (stands(connection, run, leaves.leaf(child, status).bytes())) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** A halted child that had another name when the run was made cannot be looked for here: its run is kept. */
    private static boolean renamed(Connection connection, MunicipalityCode municipality, UUID run) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select exists (select 1 from former_pseudonym f"
                + " join run on run.id = ? where f.municipality = ? and f.until >= run.started_at and "
                + Halting.isHalted("f.pseudonym", "?") + ")")) {
            find.setObject(1, run);
            find.setShort(2, municipality.number());
            find.setShort(3, municipality.number());
            try (ResultSet row = find.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        }
    }

    private static List<Pseudonym> halted(Connection connection, MunicipalityCode municipality) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(Halting.children())) {
            find.setShort(1, municipality.number());
            try (ResultSet rows = find.executeQuery()) {
                List<Pseudonym> children = new ArrayList<>();
                while (rows.next()) {
                    children.add(Pseudonym.of(rows.getBytes(1)));
                }
                return children;
            }
        }
    }

    private RunSalt salt(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select sealed from run_salt where run = ?")) {
            find.setObject(1, run);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return salt(run, row.getBytes(1));
            }
        }
    }

    /** The salt of a run as its row has it. */
    RunSalt salt(UUID run, byte[] sealed) {
        try {
            return RunSalt.of(box.open(sealed, RunEffectRows.saltContext(new RunId(run))));
        } catch (SealException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }

    /** Whether a leaf stands in the one chunk in which it can. */
    private static boolean stands(Connection connection, UUID run, byte[] leaf) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                "select leaves from run_membership where run = ? and first <= ? order by first desc limit 1")) {
            find.setObject(1, run);
            find.setBytes(2, leaf);
            try (ResultSet row = find.executeQuery()) {
                return row.next() && holds(row.getBytes(1), leaf);
            }
        }
    }

    private static boolean holds(byte[] leaves, byte[] leaf) {
        int low = 0;
        int high = leaves.length / WIDTH;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int at = middle * WIDTH;
            int order = Arrays.compareUnsigned(leaves, at, at + WIDTH, leaf, 0, WIDTH);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return false;
    }
}
