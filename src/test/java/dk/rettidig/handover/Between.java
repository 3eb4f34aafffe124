package dk.rettidig.handover;

import static dk.rettidig.conversion.VaultSender.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.handover.HandoverDesk.View;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** People of municipalities 101 and 147, a synthetic child that moves from one to the other, and the vault of the first. */
final class Between {

    static final MunicipalityCode HERE = new MunicipalityCode("101");
    static final MunicipalityCode THERE = new MunicipalityCode("147");
    static final Actor SENDER = new Actor.Caseworker(new ActorName("sender-one"), HERE);
    static final Actor RECEIVER = new Actor.Caseworker(new ActorName("receiver-one"), THERE);
    static final PseudonymDomain FROM = PseudonymDomain.parse("101.child_support.1");
    static final PseudonymDomain TO = PseudonymDomain.parse("147.child_support.1");
    static final String WHY = "Familien er besøgt to gange, og barnet har det godt i skolen.";
    static final String REMARK = "Støttekontakten slutter ved månedens udgang og bør fortsætte.";

    /** What the two municipalities call the child. */
    static final String THEIRS = Sender.pseudonym(8_147);

    static final String OURS = Sender.pseudonym(8_101);

    private final MovingHandovers service =
            Arc.container().instance(MovingHandovers.class).get();

    static void begin() throws SQLException {
        end();
        for (MunicipalityCode each : List.of(HERE, THERE)) {
            change("insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                    + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at) values"
                    + " ('feed-of-" + each.value() + "', " + each.value()
                    + ", 'school', 'school', array['SCH_ABS_UNL'],"
                    + " 'lb.notification', 'operation', 'notified', false, ',', '.', 400, 'proposed', 'a', now())");
        }
    }

    static void end() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
        change("delete from feed where id in ('feed-of-101', 'feed-of-147')");
        change("delete from halt");
    }

    static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static HandoverDraft draft(Instant now) {
        return draft(Due.dayOf(now), THERE.value(), REMARK);
    }

    static HandoverDraft draft(LocalDate known, String receiver, String remark) {
        return new HandoverDraft(
                OURS,
                receiver,
                "7-12",
                known.plusDays(7).toString(),
                known.toString(),
                List.of("measure_running", "abuse_by_parents"),
                List.of("summary", "plan"),
                remark);
    }

    HandoverId sent(Instant now) {
        return service.desk(now).send(SENDER, draft(now)).filed().own().handover();
    }

    /** The vault of 101 delivers the pair. */
    static Response moved() throws SQLException {
        return VaultSender.of(HERE).move(FROM, TO, pair(OURS, THEIRS));
    }

    /** Delivered at a moment of our choosing; otherwise as {@link #moved} leaves it. */
    HandoverId delivered(Instant sent, Instant at) throws SQLException {
        HandoverId id = sent(sent);
        assertThat(moved().statusCode()).isEqualTo(200);
        change("update handover set delivered_at = '" + at + "' where id = '" + id + "'");
        change("update handover_side set tell_at = '" + at + "' where handover = '" + id + "'");
        return id;
    }

    View seen(Actor by, HandoverId id, Instant now) {
        return service.desk(now).open(by, id);
    }

    View act(Actor by, HandoverId id, ActDraft draft, Instant now) {
        int version = service.desk(now).open(by, id).filed().version();
        return service.exchange(now).act(by, id, draft, Optional.of(version));
    }

    View act(Actor by, HandoverId id, ActDraft draft, Instant now, Optional<Integer> version) {
        return service.exchange(now).act(by, id, draft, version);
    }

    HandoverDesk desk(Instant now) {
        return service.desk(now);
    }

    static ActDraft answer(String code, String... materials) {
        return new ActDraft(ActKind.ANSWERED, code, WHY, List.of(materials));
    }

    static ActDraft closing(String code) {
        return new ActDraft(ActKind.CLOSED, code, WHY, List.of());
    }

    static ActDraft supplement(String... materials) {
        return new ActDraft(ActKind.SUPPLEMENTED, "", "", List.of(materials));
    }
}
