package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Several registries, several senders of the same delivery, several replicas: one tree, no gap, each receipt right. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeliveriesAtOnceIT {

    private static final int CHILDREN = 300;
    private static final int EACH = 4;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private Installation installation;
    private Registry scope;
    private Registry school;
    private Registry daycare;
    private List<Person> doors;
    private Promises promises;
    private RecordCheck record;

    @BeforeAll
    void start() throws IOException {
        installation = Installation.start(List.of("-Xmx256m"));
        installation.addReplica(List.of("-Xmx256m"));
        installation.addReplica(List.of("-Xmx256m"));
        doors = installation.services().stream().map(Person::nobody).toList();
        ServiceProcess first = installation.service();
        Person officer = Person.signIn(installation.services().getLast(), DemoPerson.DATA_PROTECTION_OFFICER);
        promises = new Promises(officer, doors.getLast());
        record = new RecordCheck(installation, officer);
        scope = Registry.of("once-scope", "notification-register", ',', Set.of("SCOPE_NOTIFIED"));
        school = Registry.of("once-school", "school", ',', Set.of("SCH_ABS_UNL"));
        daycare = Registry.of("once-daycare", "daycare", ',', Set.of("DAY_ABS"));
        Person dataTeam = Person.signIn(first, DemoPerson.DATA_TEAM);
        Person teamLeader = Person.signIn(first, DemoPerson.TEAM_LEADER);
        List.of(scope, school, daycare).forEach(registry -> registry.register(dataTeam, teamLeader));
        Parcel everybody = scope.parcel("everybody", rows("SCOPE_NOTIFIED", 1, 0));
        assertThat(everybody.send(doors.getFirst()).status()).isEqualTo(200);
    }

    @AfterAll
    void stop() throws IOException {
        clients.shutdownNow();
        if (installation != null) {
            installation.close();
        }
    }

    private static String rows(String indicator, int value, int daysAgo) {
        String day = Registry.today().minusDays(daysAgo).toString();
        return IntStream.range(0, CHILDREN)
                .mapToObj(child -> "{\"pseudonym\":\"" + pseudonym(child) + "\",\"indicator\":\"" + indicator
                        + "\",\"period_from\":\"" + day + "\",\"period_to\":\"" + day + "\",\"value\":" + value + "}\n")
                .collect(Collectors.joining());
    }

    private static String pseudonym(int child) {
        return String.format(java.util.Locale.ROOT, "child%037dA", child).replace('0', 'x');
    }

    /** Sends until it is neither too busy nor still running elsewhere, as a registry does. */
    private static Answer sendUntilAnswered(Parcel parcel, Person door) throws InterruptedException {
        Answer answer = parcel.send(door);
        for (int tries = 0; tries < 100 && (answer.status() == 503 || answer.status() == 409); tries++) {
            Thread.sleep(100);
            answer = parcel.send(door);
        }
        return answer;
    }

    @Order(1)
    @Test
    void twoRegistriesAtThreeReplicasGetTheirOwnReceipts() throws Exception {
        List<Parcel> parcels = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
            parcels.add(school.parcel("at-once-" + number, rows("SCH_ABS_UNL", 0, 10 + number)));
            parcels.add(daycare.parcel("at-once-" + number, rows("DAY_ABS", 0, 10 + number)));
        }

        List<Answer> receipts = atOnce(parcels, true);

        assertThat(receipts).extracting(Answer::status).containsOnly(200);
        assertThat(receipts).extracting(receipt -> receipt.text("delivery_id")).doesNotHaveDuplicates();
        assertThat(receipts)
                .extracting(receipt -> receipt.json().at("/entry/leaf_index").asLong())
                .doesNotHaveDuplicates();
        assertThat(receipts)
                .extracting(receipt -> receipt.json().at("/rows/valid").asLong())
                .containsOnly((long) CHILDREN);
        assertThat(installation.rows(
                        "select indicator, count(*), count(distinct delivery) from observation group by 1"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).endsWith(" " + CHILDREN * EACH + " " + EACH));
        for (int i = 0; i < parcels.size(); i++) {
            promises.keepReceipt(parcels.get(i), receipts.get(i));
        }
        promises.allHold();
        record.fits();
        for (ServiceProcess replica : installation.services()) {
            assertThat(replica.log()).as("a full house is no error").doesNotContain("ERROR", "\tat ");
        }
    }

    @Order(2)
    @Test
    void theSameDeliveryAtAllReplicasCountsOnce() throws Exception {
        Parcel parcel = school.parcel("twice", rows("SCH_ABS_UNL", 1, 40));

        List<Answer> answers = atOnce(List.of(parcel, parcel, parcel, parcel, parcel, parcel), false);

        List<Answer> receipts =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(answers).extracting(Answer::status).allMatch(Set.of(200, 409, 503)::contains);
        assertThat(receipts).isNotEmpty();
        assertThat(receipts)
                .extracting(Answer::body)
                .containsOnly(receipts.getFirst().body());
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .extracting(answer -> answer.text("code"))
                .allMatch("delivery_in_progress"::equals);
        for (Person door : doors) {
            assertThat(parcel.send(door).body()).isEqualTo(receipts.getFirst().body());
        }
        assertThat(installation.rows("select attempt from delivery where jti = 'twice'"))
                .containsExactly("1");
        record.fits();
    }

    /** The first replica has the sequencer's turn; another one takes it over. */
    @Order(3)
    @Test
    void receiptsGoOnWhenOneReplicaIsKilled() throws Exception {
        installation.service().kill();

        Answer receipt = sendUntilAnswered(school.parcel("after-a-kill", rows("SCH_ABS_UNL", 0, 50)), doors.getLast());

        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(200);
        record.fits();
    }

    private List<Answer> atOnce(List<Parcel> parcels, boolean patient) throws Exception {
        CyclicBarrier together = new CyclicBarrier(parcels.size());
        List<Future<Answer>> sent = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            Parcel parcel = parcels.get(i);
            Person door = doors.get(i / 2 % doors.size());
            sent.add(clients.submit(() -> {
                together.await();
                return patient ? sendUntilAnswered(parcel, door) : parcel.send(door);
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : sent) {
            answers.add(each.get());
        }
        return answers;
    }
}
