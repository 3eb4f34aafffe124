package dk.rettidig.casefile.supervision.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.casefile.supervision.Answer;
import dk.rettidig.casefile.supervision.Improvement;
import dk.rettidig.casefile.supervision.Review;
import dk.rettidig.casefile.supervision.Reviews;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.text.Justification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews and plans in SQL; the application has no right to change either. */
@ApplicationScoped
class SqlReviews implements Reviews {

    private static final String SELECT = "select r.number, r.reviewer, r.sealed_at, a.rule, a.answer, a.remark from"
            + " supervision_review r join supervision_answer a using (municipality, round, number, reviewer)"
            + " where municipality = ? and round = ?";

    private static final String ORDER = " order by r.number, r.sealed_at, r.reviewer, a.rule";

    private final SupervisionDatabase database;

    SqlReviews(SupervisionDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Round round, Review review) {
        database.change(
                round.municipality(),
                "insert into supervision_review (municipality, round, number, reviewer, sealed_at) values (?, ?, ?, ?, ?)",
                round.municipality().number(),
                round.id(),
                review.number(),
                review.reviewer().value(),
                review.at());
        database.of(round.municipality(), connection -> answers(connection, round, review));
    }

    private static int answers(Connection connection, Round round, Review review) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into supervision_answer (municipality, round,"
                        + " number, reviewer, rule, answer, remark) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, Review.Answered> answered : review.answers().entrySet()) {
                SupervisionDatabase.bind(
                        insert,
                        round.municipality().number(),
                        round.id(),
                        review.number(),
                        review.reviewer().value(),
                        answered.getKey(),
                        answered.getValue().answer().id(),
                        answered.getValue().remark().map(Justification::text).orElse(""));
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }

    @Override
    public List<Review> of(Round round, int number) {
        return gathered(database.list(
                round.municipality(),
                SELECT + " and r.number = ?" + ORDER,
                SqlReviews::row,
                round.municipality().number(),
                round.id(),
                number));
    }

    @Override
    public List<Review> all(Round round) {
        return gathered(database.list(
                round.municipality(),
                SELECT + ORDER,
                SqlReviews::row,
                round.municipality().number(),
                round.id()));
    }

    private record Whose(int number, String reviewer, Instant at) {}

    private record Row(Whose whose, String rule, Review.Answered answered) {}

    private static Row row(ResultSet row) throws SQLException {
        String remark = row.getString("remark");
        return new Row(
                new Whose(
                        row.getInt("number"), row.getString("reviewer"), SupervisionDatabase.moment(row, "sealed_at")),
                row.getString("rule"),
                new Review.Answered(
                        Answer.parse(row.getString("answer")).orElseThrow(),
                        remark.isEmpty() ? Optional.empty() : Optional.of(new Justification(remark))));
    }

    private static List<Review> gathered(List<Row> rows) {
        Map<Whose, Map<String, Review.Answered>> each = new LinkedHashMap<>();
        rows.forEach(row ->
                each.computeIfAbsent(row.whose(), first -> new HashMap<>()).put(row.rule(), row.answered()));
        List<Review> reviews = new ArrayList<>();
        each.forEach((whose, answers) ->
                reviews.add(new Review(whose.number(), new ActorName(whose.reviewer()), whose.at(), answers)));
        return reviews;
    }

    @Override
    public boolean plan(Round round, Improvement improvement, AppendId append) {
        return database.change(
                        round.municipality(),
                        "insert into supervision_plan (municipality, round, rule, plan, responsible, due, made_at,"
                                + " append) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        round.municipality().number(),
                        round.id(),
                        improvement.rule(),
                        improvement.plan().text(),
                        improvement.by(),
                        improvement.due(),
                        improvement.at(),
                        append.value())
                == 1;
    }

    @Override
    public List<Improvement> plans(Round round) {
        return database.list(
                round.municipality(),
                "select rule, plan, responsible, due, made_at from supervision_plan where municipality = ? and round = ? order by rule",
                row -> new Improvement(
                        row.getString("rule"),
                        new Justification(row.getString("plan")),
                        row.getString("responsible"),
                        row.getObject("due", LocalDate.class),
                        SupervisionDatabase.moment(row, "made_at")),
                round.municipality().number(),
                round.id());
    }
}
