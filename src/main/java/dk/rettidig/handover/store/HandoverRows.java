package dk.rettidig.handover.store;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.ActKind;
import dk.rettidig.handover.Handover;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.OwnSide;
import dk.rettidig.handover.Telling;
import dk.rettidig.law.HandoverDuty;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows as values. */
final class HandoverRows {

    private static final String BETWEEN = ",";

    private HandoverRows() {}

    static String joined(Collection<String> ids) {
        return String.join(BETWEEN, ids);
    }

    private static Set<String> split(String ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(List.of(ids.split(BETWEEN)));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OwnSide side(ResultSet row) throws SQLException {
        return new OwnSide(
                new HandoverId(row.getObject("handover", UUID.class)),
                MunicipalityCode.of(row.getShort("municipality")),
                HandoverSide.parse(row.getString("side")).orElseThrow(),
                MunicipalityCode.of(row.getShort("other")),
                Optional.ofNullable(row.getBytes("pseudonym")).map(Pseudonym::of),
                Optional.ofNullable(row.getString("responsible")).map(ActorName::new),
                Optional.ofNullable(row.getObject("notification", UUID.class)).map(NotificationId::new),
                moment(row, "announced_at"),
                maybe(row, "ended_at"));
    }

    static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                new HandoverId(row.getObject("id", UUID.class)),
                MunicipalityCode.of(row.getShort("sender")),
                MunicipalityCode.of(row.getShort("receiver")),
                AgeBand.parse(row.getString("age_band")).orElseThrow(),
                row.getObject("moved_on", LocalDate.class),
                row.getObject("known_on", LocalDate.class),
                split(row.getString("grounds")),
                split(row.getString("materials")),
                Optional.ofNullable(row.getString("remark")).map(Justification::new),
                moment(row, "sent_at"),
                maybe(row, "delivered_at"));
    }

    static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getInt("number"),
                ActKind.parse(row.getString("kind")).orElseThrow(),
                row.getString("code"),
                Optional.ofNullable(row.getString("because")).map(Justification::new),
                split(row.getString("materials")),
                ActorKind.parse(row.getString("job")).orElseThrow(),
                moment(row, "at"));
    }

    static Telling telling(ResultSet row) throws SQLException {
        return new Telling(
                HandoverDuty.Kind.parse(row.getString("duty")).orElseThrow(),
                row.getInt("round"),
                Telling.Level.parse(row.getString("level")).orElseThrow(),
                Optional.ofNullable(row.getString("told")).map(ActorName::new),
                moment(row, "due"),
                moment(row, "at"));
    }
}
