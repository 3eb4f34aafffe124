package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Numbers that could be CPR numbers are put into every place of every request; afterwards they are nowhere. */
@Tag("process")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CprLeakIT {

    private final CprProbes probes = new CprProbes();
    private final List<Answer> answers = new ArrayList<>();
    private final Registry school = Registry.of("probed-school", "school", ',', Set.of("SCH_ABS_UNL"));

    @Test
    void noPlaceLetsOneIn() throws Exception {
        try (Installation installation = Installation.start(List.of("-Xmx256m"))) {
            Traffic traffic = new Traffic(installation);
            traffic.settle(11);
            probeEverything(installation, traffic);
            installation.awaitNoRow("select 1 from ledger_append a where not exists (select 1 from ledger_entry e where"
                    + " e.append_id = a.append_id)");
            installation.asSuperuser("checkpoint");

            Map<String, String> places = everything(installation, traffic.officer());
            Map<String, List<String>> leaks = new TreeMap<>();
            places.forEach((place, content) -> {
                List<String> found = probes.foundIn(content);
                if (!found.isEmpty()) {
                    leaks.put(place, found);
                }
            });

            System.out.println("CprLeakIT: " + probes.count() + " probes, answers by status "
                    + answers.stream()
                            .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting())));
            assertThat(leaks).isEmpty();
            assertThat(answers).extracting(Answer::status).doesNotContain(0, 500);
            assertThat(places.entrySet().stream()
                            .filter(place -> place.getValue().contains(school.feed()))
                            .map(Map.Entry::getKey))
                    .as("the search finds what is there")
                    .anyMatch(place -> place.startsWith("postgres/base"))
                    .anyMatch(place -> place.startsWith("postgres/pg_wal"))
                    .anyMatch(place -> place.contains("-export/"));
        }
    }

    private void probeEverything(Installation installation, Traffic traffic) {
        ServiceProcess service = installation.service();
        Person nobody = Person.nobody(service);
        Person dataTeam = Person.signIn(service, DemoPerson.DATA_TEAM);
        Person teamLeader = Person.signIn(service, DemoPerson.TEAM_LEADER);
        Person caseworker = Person.signIn(service, DemoPerson.CASEWORKER_ONE);
        school.register(dataTeam, teamLeader);
        String flag = traffic.openFlag();
        String sealed = traffic.sealView();
        String version = caseworker.get(sealed + "/weights").header("ETag");

        answers.addAll(new CprSender(school, nobody, probes).deliverEverywhere());
        CprVisitor visitor = new CprVisitor(probes);
        visitor.register(dataTeam, teamLeader, school);
        visitor.review(caseworker, flag, sealed, version);
        visitor.fillIn(caseworker, nobody, flag, sealed);
        visitor.walk(List.of(nobody, dataTeam, caseworker, traffic.officer()));
        answers.addAll(visitor.answers());
    }

    /** Every file of the home directory (cluster, logs, keys, export) and every answer, headers and all. */
    private Map<String, String> everything(Installation installation, Person officer)
            throws IOException, InterruptedException {
        Path zip = installation.home().resolve("ledger.zip");
        assertThat(officer.download("/api/v1/ledger/exports", zip)).isEqualTo(200);
        RecordCheck.unzip(zip);
        Map<String, String> places = new TreeMap<>();
        try (Stream<Path> files = Files.walk(installation.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                places.put(
                        installation.home().relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        for (int number = 0; number < answers.size(); number++) {
            Answer answer = answers.get(number);
            places.put(
                    "answer " + number, answer.status() + " " + answer.headers().map() + answer.body());
        }
        return places;
    }
}
