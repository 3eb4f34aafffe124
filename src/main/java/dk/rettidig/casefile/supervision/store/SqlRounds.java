package dk.rettidig.casefile.supervision.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.supervision.DrawnFrom;
import dk.rettidig.casefile.supervision.FrameCase;
import dk.rettidig.casefile.supervision.FrameSource;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.casefile.supervision.Rounds;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.merkle.Hash;
import dk.rettidig.store.Halting;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rounds in SQL: the frame comes in one piece, and each step is noted once. */
@ApplicationScoped
class SqlRounds implements Rounds {

    private static final String ROUND =
            "select id, municipality, drawn_from, frame_source, cases, sample, root, opens_at, committed_at,"
                    + " drawn_at, seed, frame_append, call_append from supervision_round where municipality = ?";

    private static final String CASE =
            "select number, ticket, key, reference, pseudonym, handler from supervision_case where municipality = ? and round = ?";

    private static final String STEPS = """
        select name, append from (
            select s.name, s.append, s.place from supervision_round r
            cross join lateral (values ('frame', r.frame_append, 1), ('call', r.call_append, 2),
                ('drawn', r.drawn_append, 3)) s(name, append, place)
            where r.municipality = ? and r.id = ?
            union all
            select 'plan-' || rule, append, 4 from supervision_plan where municipality = ? and round = ?) step
        where append is not null order by place, name
        """;

    private final SupervisionDatabase database;

    SqlRounds(SupervisionDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Round round, AppendId frame, List<FrameCase> cases) {
        database.of(round.municipality(), connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into supervision_round (municipality, id,"
                            + " drawn_from, frame_source, cases, sample, root, opens_at, committed_at, frame_append) values"
                            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                SupervisionDatabase.bind(
                        insert,
                        round.municipality().number(),
                        round.id(),
                        round.drawnFrom().id(),
                        round.source().id(),
                        round.cases(),
                        round.sample(),
                        round.root().bytes(),
                        round.opensAt(),
                        round.committedAt(),
                        frame.value());
                insert.executeUpdate();
            }
            FrameRows.insert(connection, round, cases);
            return cases.size();
        });
    }

    @Override
    public Optional<Round> find(MunicipalityCode municipality, UUID id) {
        return database.list(municipality, ROUND + " and id = ?", SqlRounds::round, municipality.number(), id).stream()
                .findFirst();
    }

    @Override
    public List<Round> list(MunicipalityCode municipality) {
        return database.list(
                municipality, ROUND + " order by opens_at desc, id", SqlRounds::round, municipality.number());
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.joining(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select code from supervising() s(code)");
                    ResultSet row = select.executeQuery()) {
                List<MunicipalityCode> codes = new ArrayList<>();
                while (row.next()) {
                    codes.add(MunicipalityCode.of(row.getInt(1)));
                }
                return codes;
            }
        });
    }

    @Override
    public List<Waiting> unshown(MunicipalityCode municipality) {
        return database.list(
                municipality,
                ROUND + " and frame_size is null order by committed_at",
                row -> new Waiting(round(row), new AppendId(row.getLong("frame_append"))),
                municipality.number());
    }

    @Override
    public void show(Round round, Shown shown) {
        database.change(
                round.municipality(),
                "update supervision_round set frame_index = ?, frame_size = ?, frame_note = ?"
                        + " where municipality = ? and id = ? and frame_size is null",
                shown.index(),
                shown.size(),
                shown.note(),
                round.municipality().number(),
                round.id());
    }

    @Override
    public Optional<Round> lockDue(MunicipalityCode municipality, Instant now) {
        return database
                .list(
                        municipality,
                        ROUND + " and frame_size is not null and call_append is null and opens_at <= ?"
                                + " order by opens_at, id limit 1 for update skip locked",
                        SqlRounds::round,
                        municipality.number(),
                        now)
                .stream()
                .findFirst();
    }

    @Override
    public void call(Round round, AppendId call) {
        database.change(
                round.municipality(),
                "update supervision_round set call_append = ? where municipality = ? and id = ?",
                call.value(),
                round.municipality().number(),
                round.id());
    }

    @Override
    public List<Waiting> called(MunicipalityCode municipality) {
        return database.list(
                municipality,
                ROUND + " and call_append is not null and seed is null order by opens_at",
                row -> new Waiting(round(row), new AppendId(row.getLong("call_append"))),
                municipality.number());
    }

    @Override
    public Optional<Shown> shown(Round round) {
        return database
                .list(
                        round.municipality(),
                        "select frame_index, frame_size, frame_note from supervision_round where municipality = ?"
                                + " and id = ? and frame_size is not null",
                        row -> new Shown(row.getLong(1), row.getLong(2), row.getString(3)),
                        round.municipality().number(),
                        round.id())
                .stream()
                .findFirst();
    }

    @Override
    public List<Hash> tickets(Round round) {
        return database.list(
                round.municipality(),
                "select ticket from supervision_case where municipality = ? and round = ? order by ticket",
                row -> Hash.of(row.getBytes(1)),
                round.municipality().number(),
                round.id());
    }

    @Override
    public boolean draw(Round round, Round.Drawn drawn, List<Hash> inOrder, String proof) {
        int changed = database.change(
                round.municipality(),
                "update supervision_round set seed = ?, drawn_at = ?, proof = ? where municipality = ? and id = ?"
                        + " and seed is null",
                drawn.seed().bytes(),
                drawn.at(),
                proof,
                round.municipality().number(),
                round.id());
        if (changed == 1) {
            database.of(round.municipality(), connection -> FrameRows.number(connection, round, inOrder));
        }
        return changed == 1;
    }

    @Override
    public void noteDrawn(Round round, AppendId append) {
        database.change(
                round.municipality(),
                "update supervision_round set drawn_append = ? where municipality = ? and id = ?",
                append.value(),
                round.municipality().number(),
                round.id());
    }

    @Override
    public List<Step> steps(Round round) {
        return database.list(
                round.municipality(),
                STEPS,
                row -> new Step(row.getString(1), new AppendId(row.getLong(2))),
                round.municipality().number(),
                round.id(),
                round.municipality().number(),
                round.id());
    }

    @Override
    public Optional<String> proof(Round round) {
        return database
                .list(
                        round.municipality(),
                        "select proof from supervision_round where municipality = ? and id = ? and proof is not null",
                        row -> row.getString(1),
                        round.municipality().number(),
                        round.id())
                .stream()
                .findFirst();
    }

    @Override
    public List<DrawnCase> drawnCases(Round round) {
        return database.list(
                round.municipality(),
                CASE + " and number is not null order by number",
                FrameRows::drawnCase,
                round.municipality().number(),
                round.id());
    }

    @Override
    public Optional<DrawnCase> lockCase(Round round, int number) {
        return database
                .list(
                        round.municipality(),
                        CASE + " and number = ? for update",
                        FrameRows::drawnCase,
                        round.municipality().number(),
                        round.id(),
                        number)
                .stream()
                .findFirst();
    }

    @Override
    public int erase(MunicipalityCode municipality, Instant before) {
        return database.change(
                municipality,
                "delete from supervision_round r where municipality = ? and opens_at < ? and not exists (select 1 from"
                        + " supervision_case c where c.municipality = r.municipality and c.round = r.id"
                        + " and (" + Halting.isCaseHalted("c.reference", "?") + " or "
                        + Halting.isHalted("c.pseudonym", "?") + "))",
                municipality.number(),
                before,
                municipality.number(),
                municipality.number());
    }

    private static Round round(ResultSet row) throws SQLException {
        byte[] seed = row.getBytes("seed");
        return new Round(
                row.getObject("id", UUID.class),
                MunicipalityCode.of(row.getInt("municipality")),
                DrawnFrom.parse(row.getString("drawn_from")).orElseThrow(),
                FrameSource.parse(row.getString("frame_source")).orElseThrow(),
                row.getInt("cases"),
                row.getInt("sample"),
                Hash.of(row.getBytes("root")),
                SupervisionDatabase.moment(row, "opens_at"),
                SupervisionDatabase.moment(row, "committed_at"),
                seed == null
                        ? Optional.empty()
                        : Optional.of(new Round.Drawn(SupervisionDatabase.moment(row, "drawn_at"), Hash.of(seed))));
    }
}
