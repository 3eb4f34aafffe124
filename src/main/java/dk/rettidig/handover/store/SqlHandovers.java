package dk.rettidig.handover.store;

import static dk.rettidig.handover.store.HandoverRows.joined;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.Handover;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.Handovers;
import dk.rettidig.handover.OwnSide;
import dk.rettidig.handover.Telling;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Handovers in SQL: an act changes rows of two municipalities in one transaction, of which each statement sees one, so that it
 * matters in which order they run.
 */
@Singleton
class SqlHandovers implements Handovers {

    private static final String SIDES = "select * from handover_side where municipality = ? ";

    private static final String AMONG = " = any(string_to_array(?, ',')::uuid[])";

    /** What waits for a child of the pairs. */
    private static final String WAITING = """
        select s.*, p.present from handover_side s join handover h on h.id = s.handover
            join conversion_pair p on p.former = s.pseudonym
        where s.municipality = ? and s.side = 'sender' and s.ended_at is null and h.receiver = ? and h.delivered_at is null
        order by s.handover
        """;

    private final HandoverDatabase database;

    SqlHandovers(HandoverDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Handover handover, OwnSide sender, OwnSide receiver) {
        database.change(
                sender.municipality(),
                "insert into handover (id, sender, receiver, age_band, moved_on, known_on, grounds, materials, remark,"
                        + " sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?)",
                handover.id().value(),
                handover.sender().number(),
                handover.receiver().number(),
                handover.age().id(),
                handover.movedOn(),
                handover.knownOn(),
                joined(handover.grounds()),
                joined(handover.materials()),
                handover.remark().map(remark -> remark.text()),
                handover.sentAt());
        add(receiver, handover.sentAt());
        add(sender, handover.sentAt());
    }

    private void add(OwnSide side, Instant now) {
        database.change(
                side.municipality(),
                "insert into handover_side (municipality, handover, side, other, pseudonym, responsible, announced_at,"
                        + " tell_at) values (?, ?, ?, ?, ?::bytea, ?::text, ?, ?)",
                side.municipality().number(),
                side.handover().value(),
                side.side().id(),
                side.other().number(),
                side.child().map(Pseudonym::bytes),
                side.responsible().map(ActorName::value),
                side.announcedAt(),
                now);
    }

    @Override
    public Optional<HandoverId> underWay(MunicipalityCode municipality, Pseudonym child, MunicipalityCode receiver) {
        database.list(
                municipality,
                "select pg_advisory_xact_lock(hashtextextended('handover ' || encode(?, 'hex'), ?))",
                row -> municipality,
                child.bytes(),
                (long) municipality.number());
        return database
                .list(
                        municipality,
                        "select handover from handover_side where municipality = ? and pseudonym = ? and other = ?"
                                + " and side = 'sender' and ended_at is null",
                        row -> new HandoverId(row.getObject(1, UUID.class)),
                        municipality.number(),
                        child.bytes(),
                        receiver.number())
                .stream()
                .findFirst();
    }

    @Override
    public void hold(HandoverId id) {
        database.list("select pg_advisory_xact_lock(hashtextextended('handover ' || ?, 0))", row -> id, id.toString());
    }

    @Override
    public Optional<Filed> find(MunicipalityCode municipality, HandoverId id) {
        return sides(municipality, "and handover = ?", municipality.number(), id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child) {
        return sides(
                municipality,
                "and pseudonym = ? order by announced_at, handover",
                municipality.number(),
                child.bytes());
    }

    @Override
    public List<Filed> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit) {
        List<Object> asked = new ArrayList<>();
        asked.add(municipality.number());
        String narrowed = filter.ended() ? "and ended_at is not null" : "and ended_at is null";
        if (filter.side().isPresent()) {
            narrowed += " and side = ?";
            asked.add(filter.side().get().id());
        }
        if (after.isPresent()) {
            narrowed += " and (announced_at, handover) > (?, ?)";
            asked.add(after.get().announcedAt());
            asked.add(after.get().id().value());
        }
        asked.add(limit);
        return sides(municipality, narrowed + " order by announced_at, handover limit ?", asked.toArray());
    }

    private List<Filed> sides(MunicipalityCode municipality, String narrowed, Object... parameters) {
        List<OwnSide> sides = database.list(municipality, SIDES + narrowed, HandoverRows::side, parameters);
        if (sides.isEmpty()) {
            return List.of();
        }
        String ids = sides.stream().map(side -> side.handover().toString()).collect(Collectors.joining(","));
        short code = municipality.number();
        Map<UUID, List<Handover>> shared =
                by(municipality, "id", "select * from handover where id" + AMONG, HandoverRows::handover, ids);
        Map<UUID, List<Act>> acts = by(
                municipality,
                "handover",
                "select * from handover_act where handover" + AMONG + " order by number",
                HandoverRows::act,
                ids);
        Map<UUID, List<Map.Entry<Integer, ActorName>>> people = by(
                municipality,
                "handover",
                "select * from handover_person where municipality = ? and handover" + AMONG,
                row -> Map.entry(row.getInt("number"), new ActorName(row.getString("name"))),
                code,
                ids);
        Map<UUID, List<Telling>> tellings = by(
                municipality,
                "handover",
                "select * from handover_telling where municipality = ? and handover" + AMONG
                        + " order by at, due, level desc",
                HandoverRows::telling,
                code,
                ids);
        return sides.stream()
                .map(side -> {
                    UUID id = side.handover().value();
                    return new Filed(
                            side,
                            shared.getOrDefault(id, List.of()).stream().findFirst(),
                            acts.getOrDefault(id, List.of()),
                            people.getOrDefault(id, List.of()).stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                            tellings.getOrDefault(id, List.of()));
                })
                .toList();
    }

    /** Rows by the handover that a column names. */
    private <T> Map<UUID, List<T>> by(
            MunicipalityCode seen, String column, String sql, HandoverDatabase.Read<T> read, Object... parameters) {
        return database
                .list(seen, sql, row -> Map.entry(row.getObject(column, UUID.class), read.from(row)), parameters)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public void act(OwnSide own, Act act, ActorName by, boolean endsOther) {
        UUID id = own.handover().value();
        Optional<Instant> ended = endsOther ? Optional.of(act.at()) : Optional.empty();
        database.change(
                own.other(),
                "update handover_side set tell_at = ?, ended_at = coalesce(ended_at, ?::timestamptz)"
                        + " where municipality = ? and handover = ?",
                act.at(),
                ended,
                own.other().number(),
                id);
        database.change(
                own.municipality(),
                "insert into handover_act (handover, number, side, kind, code, because, materials, job, at)"
                        + " values (?, ?, ?, ?, ?, ?::text, ?, ?, ?)",
                id,
                act.number(),
                act.kind().side().id(),
                act.kind().id(),
                act.code(),
                act.because().map(why -> why.text()),
                joined(act.materials()),
                act.job().id(),
                act.at());
        database.change(
                own.municipality(),
                "insert into handover_person (municipality, handover, number, name) values (?, ?, ?, ?)",
                own.municipality().number(),
                id,
                act.number(),
                by.value());
        database.change(
                own.municipality(),
                "update handover_side set responsible = ?::text, notification = ?::uuid, tell_at = ?,"
                        + " ended_at = ?::timestamptz where municipality = ? and handover = ?",
                own.responsible().map(ActorName::value),
                own.notification().map(NotificationId::value),
                act.at(),
                own.endedAt(),
                own.municipality().number(),
                id);
    }

    @Override
    public boolean waits(MunicipalityCode sender, MunicipalityCode receiver) {
        return !waiting(sender, receiver).isEmpty();
    }

    /** A child that waits. */
    private record Arriving(OwnSide sender, Pseudonym present) {}

    private List<Arriving> waiting(MunicipalityCode sender, MunicipalityCode receiver) {
        return database.list(
                sender,
                WAITING,
                row -> new Arriving(HandoverRows.side(row), Pseudonym.of(row.getBytes("present"))),
                sender.number(),
                receiver.number());
    }

    @Override
    public List<OwnSide> deliver(MunicipalityCode sender, MunicipalityCode receiver, Instant now) {
        List<OwnSide> both = new ArrayList<>();
        for (Arriving arriving : waiting(sender, receiver)) {
            OwnSide sent = arriving.sender();
            database.change(
                    sender,
                    "update handover set delivered_at = greatest(?, sent_at) where id = ?",
                    now,
                    sent.handover().value());
            reckon(sent, Optional.of(now));
            database.change(
                    receiver,
                    "update handover_side set pseudonym = ?, tell_at = ? where municipality = ? and handover = ?",
                    arriving.present().bytes(),
                    now,
                    receiver.number(),
                    sent.handover().value());
            both.add(sent);
            find(receiver, sent.handover()).ifPresent(filed -> both.add(filed.own()));
        }
        return both;
    }

    @Override
    public boolean tell(OwnSide own, Telling telling) {
        return database.change(
                        own.municipality(),
                        "insert into handover_telling (municipality, handover, duty, round, level, told, due, at)"
                                + " values (?, ?, ?, ?, ?, ?::text, ?, ?) on conflict do nothing",
                        own.municipality().number(),
                        own.handover().value(),
                        telling.duty().id(),
                        telling.round(),
                        telling.level().id(),
                        telling.to().map(ActorName::value),
                        telling.due(),
                        telling.at())
                == 1;
    }

    @Override
    public void reckon(OwnSide own, Optional<Instant> tell) {
        database.change(
                own.municipality(),
                "update handover_side set tell_at = ?::timestamptz where municipality = ? and handover = ?",
                tell,
                own.municipality().number(),
                own.handover().value());
    }

    @Override
    public List<Filed> toTell(MunicipalityCode municipality, Instant now, int most) {
        return sides(
                municipality,
                "and ended_at is null and tell_at <= ? order by tell_at, handover limit ?",
                municipality.number(),
                now,
                most);
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.list("select code from handing_over() n(code)", row -> MunicipalityCode.of(row.getShort(1)));
    }

    @Override
    public List<HandoverId> eraseEnded(MunicipalityCode municipality, Instant before) {
        return database.list(
                municipality,
                "delete from handover_side where municipality = ? and ended_at <= ?"
                        + Halting.unlessHalted("handover_side.pseudonym") + " returning handover",
                row -> new HandoverId(row.getObject(1, UUID.class)),
                municipality.number(),
                before,
                municipality.number());
    }
}
