package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.ChildLink;
import dk.rettidig.notification.ChildLinks;
import dk.rettidig.notification.LinkKind;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.text.Justification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;

/** Rows of {@code child_link} and {@code child_link_member}. */
@ApplicationScoped
@Transactional
class SqlChildLinks implements ChildLinks {

    private static final String OTHERS = """
         from child_link_member me
            join child_link l on l.municipality = me.municipality and l.id = me.link
            join child_link_member other on other.municipality = me.municipality and other.link = me.link
                and other.pseudonym <> me.pseudonym and other.removed_at is null
        """;

    private static final String MINE =
            " where me.municipality = :municipality and me.pseudonym = :child and me.removed_at is null";

    private final Session session;
    private final MunicipalSession municipal;

    SqlChildLinks(Session session, MunicipalSession municipal) {
        this.session = session;
        this.municipal = municipal;
    }

    @Override
    public UUID find(MunicipalityCode municipality, LinkKind kind, String digest, Instant at) {
        change(municipality, """
                insert into child_link (municipality, id, kind, reference, made_at)
                values (:municipality, :id, :kind, :reference, :at) on conflict (municipality, kind, reference) do nothing
                """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("kind", kind.id())
                .setParameter("reference", digest)
                .setParameter("at", at)
                .executeUpdate();
        return on(
                        municipality,
                        "select id from child_link where municipality = :municipality and kind = :kind"
                                + " and reference = :reference",
                        UUID.class)
                .setParameter("kind", kind.id())
                .setParameter("reference", digest)
                .getSingleResult();
    }

    @Override
    public Optional<UUID> household(MunicipalityCode municipality, Pseudonym child) {
        return on(municipality, """
                        select m.link from child_link_member m
                        join child_link l on l.municipality = m.municipality and l.id = m.link
                        where m.municipality = :municipality and m.pseudonym = :child and m.removed_at is null
                            and l.kind = 'household'
                        order by m.linked_at desc, m.link limit 1
                        """, UUID.class)
                .setParameter("child", child.bytes())
                .uniqueResultOptional();
    }

    @Override
    public boolean add(Member member, ActorName by, Instant at, boolean again) {
        String put = again
                ? " do update set linked_by = excluded.linked_by, linked_at = excluded.linked_at, removed_by = null,"
                        + " removed_at = null, because = null where child_link_member.removed_at is not null"
                : " do nothing";
        return of(member, """
                        insert into child_link_member (municipality, link, pseudonym, linked_by, linked_at)
                        values (:municipality, :link, :child, :by, :at) on conflict (municipality, link, pseudonym)
                        """ + put)
                        .setParameter("by", by.value())
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean remove(Member member, ActorName by, Justification because, Instant at) {
        return of(member, """
                        update child_link_member set removed_by = :by, removed_at = :at, because = :because
                        where municipality = :municipality and link = :link and pseudonym = :child and removed_at is null
                        """)
                        .setParameter("by", by.value())
                        .setParameter("at", at)
                        .setParameter("because", because.text())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean any(MunicipalityCode municipality, Pseudonym child) {
        return on(municipality, "select exists (select 1" + OTHERS + MINE + ")", Boolean.class)
                .setParameter("child", child.bytes())
                .getSingleResult();
    }

    @Override
    public List<Pseudonym> ofHousehold(MunicipalityCode municipality, Pseudonym child) {
        return on(
                        municipality,
                        "select distinct other.pseudonym" + OTHERS + MINE + " and l.kind = 'household' order by 1",
                        byte[].class)
                .setParameter("child", child.bytes())
                .getResultStream()
                .map(Pseudonym::of)
                .toList();
    }

    @Override
    public List<ChildLink> of(MunicipalityCode municipality, Pseudonym child) {
        Map<UUID, List<ChildLink.Open>> open = open(municipality, child);
        return on(
                        municipality,
                        "select l.id as link, l.kind as kind, cast(count(*) as integer) as others" + OTHERS + MINE
                                + " group by l.id, l.kind, l.made_at order by l.made_at, l.id",
                        Object[].class)
                .setParameter("child", child.bytes())
                .addScalar("link", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("others", Integer.class)
                .getResultStream()
                .map(row -> new ChildLink(
                        (UUID) row[0],
                        LinkKind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        (Integer) row[2],
                        open.getOrDefault(row[0], List.of())))
                .toList();
    }

    private Map<UUID, List<ChildLink.Open>> open(MunicipalityCode municipality, Pseudonym child) {
        return on(
                        municipality,
                        "select l.id as link, n.id as notification, n.received_at as at" + OTHERS
                                + " join notification n on n.municipality = other.municipality"
                                + " and n.pseudonym = other.pseudonym and n.done_at is null" + MINE
                                + " order by n.received_at, n.id",
                        Object[].class)
                .setParameter("child", child.bytes())
                .addScalar("link", UUID.class)
                .addScalar("notification", UUID.class)
                .addScalar("at", Instant.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new ChildLink.Open(new NotificationId((UUID) row[1]), (Instant) row[2]),
                                Collectors.toList())));
    }

    @Override
    public Set<NotificationId> withOthersOpen(MunicipalityCode municipality, Collection<NotificationId> notifications) {
        if (notifications.isEmpty()) {
            return Set.of();
        }
        return on(municipality, """
                        select distinct n.id from notification n
                            join child_link_member me on me.municipality = n.municipality and me.pseudonym = n.pseudonym
                                and me.removed_at is null
                            join child_link_member other on other.municipality = me.municipality and other.link = me.link
                                and other.pseudonym <> me.pseudonym and other.removed_at is null
                            join notification o on o.municipality = other.municipality
                                and o.pseudonym = other.pseudonym and o.done_at is null
                        where n.municipality = :municipality and n.id in (:ids)
                        """, UUID.class)
                .setParameterList(
                        "ids", notifications.stream().map(NotificationId::value).toList())
                .getResultStream()
                .map(NotificationId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void eraseForgotten(MunicipalityCode municipality) {
        change(municipality, """
                delete from child_link_member m where m.municipality = :municipality
                    and not exists (select 1 from notification n
                        where n.municipality = m.municipality and n.pseudonym = m.pseudonym)
                """ + Halting.unlessHalted("m.pseudonym", ":municipality"))
                .executeUpdate();
        change(municipality, """
                delete from child_link l where l.municipality = :municipality
                    and not exists (select 1 from child_link_member m
                        where m.municipality = l.municipality and m.link = l.id)
                """).executeUpdate();
    }

    private MutationQuery of(Member member, String sql) {
        return change(member.municipality(), sql)
                .setParameter("link", member.link())
                .setParameter("child", member.child().bytes());
    }

    private MutationQuery change(MunicipalityCode municipality, String sql) {
        municipal.see(municipality);
        return session.createNativeMutationQuery(sql).setParameter("municipality", municipality.number());
    }

    private <T> NativeQuery<T> on(MunicipalityCode municipality, String sql, Class<T> type) {
        municipal.see(municipality);
        return session.createNativeQuery(sql, type).setParameter("municipality", municipality.number());
    }
}
