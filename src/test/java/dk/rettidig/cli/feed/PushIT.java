package dk.rettidig.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.feed.Pusher.Run;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code push} against the real service: what a registry's data team sees of files good, bad, lost and repeated. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PushIT {

    private static final Pattern DELIVERY = Pattern.compile("delivery ([0-9a-f-]{36}), indførsel / entry ([0-9]+)");

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    private Pusher school;

    @BeforeEach
    void registersASchool() throws Exception {
        school = Pusher.at(folder);
    }

    private Run push(Path file, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = file.toString();
        return school.push(service.toString(), all);
    }

    private static String delivery(Run run) {
        Matcher found = DELIVERY.matcher(run.printed());
        assertThat(found.find()).as(run.printed()).isTrue();
        return found.group();
    }

    @Test
    void takesCsvAndNdjsonPlainAndCompressedAndShowsTheirReceipts() throws Exception {
        Path csv = school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1") + Pusher.csv(2, "0.2"));
        Path ndjson = school.file("rows.ndjson", school.json(3, "0.3"));

        Run first = push(csv);
        Run second = push(ndjson, "--gzip");

        assertThat(first.exit()).as(first.printed()).isZero();
        assertThat(first.printed()).contains("✓ rows.csv: 2 rækker modtaget, 0 tilbageholdt", "rows received");
        assertThat(second.exit()).as(second.printed()).isZero();
        assertThat(delivery(second)).isNotEqualTo(delivery(first));
        assertThat(school.deliveries("finished")).isEqualTo(2);
    }

    @Test
    void saysLineAndReasonOfEveryRowHeldBackAndKeepsTheFile() throws Exception {
        Path file = school.file(
                "rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1") + Pusher.csv(2, "7") + Pusher.csv(3, "much"));

        Run run = push(file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.printed())
                .contains("✗ rows.csv: 1 rækker modtaget, 2 tilbageholdt")
                .contains("linje / line 3: feed_row_value_out_of_range, ")
                .contains("linje / line 4: feed_row_value_not_a_number, ");
        assertThat(file).exists();
    }

    @Test
    void saysLineAndConversionOfAFileThatIsRefusedAsAWhole() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.write(
                file,
                (Pusher.HEADER + Pusher.csv(1, "0.1") + "\u00e6\u00f8\u00e5\n")
                        .getBytes(Charset.forName("windows-1252")));

        Run run = push(file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.printed()).contains("✗ rows.csv: 422 feed_not_utf8", "linje / line: 3", "iconv -f WINDOWS-1252");
        assertThat(file).exists();
        assertThat(school.deliveries("finished")).isZero();
    }

    /** The service answers long before all is sent; the answer must reach the sender all the same. */
    @Test
    void hearsWhyALargeFileIsRefusedInItsFirstLines() throws Exception {
        String row = Pusher.csv(1, "0.1");
        Path file = folder.resolve("large.csv");
        Files.write(
                file,
                (Pusher.HEADER + row + "\u00e6\n" + row.repeat(200_000)).getBytes(Charset.forName("windows-1252")));

        Run run = push(file);

        assertThat(run.printed()).contains("422 feed_not_utf8", "linje / line: 3");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void refusesDamagedGzipAndUnfinishedCsvWithoutAStackTrace() throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
            gzip.write((Pusher.HEADER + Pusher.csv(1, "0.1").repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(wire.toByteArray(), wire.size() / 2));
        Path quote = school.file("quote.csv", Pusher.HEADER + Pusher.csv(1, "0.1") + "\"" + Pusher.csv(2, "0.2"));
        Path empty = school.file("empty.csv", "");

        assertThat(push(cut).printed()).contains("422 feed_gzip_broken").doesNotContain("Exception");
        assertThat(push(quote).printed()).contains("422 feed_csv_broken").doesNotContain("Exception");
        assertThat(push(empty).printed()).contains("ikke sendt / not sent", "--indicators");
        assertThat(push(empty).exit()).isEqualTo(1);
    }

    @Test
    void aFilePushedAgainGetsTheReceiptItHasAndOneWrittenAnewANewOne() throws Exception {
        Path file = school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));

        String first = delivery(push(file));
        String again = delivery(push(file));
        long once = school.deliveries("finished");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T12:00:00Z")));
        String anew = delivery(push(file));

        assertThat(again).isEqualTo(first);
        assertThat(once).isEqualTo(1);
        assertThat(anew).isNotEqualTo(first);
    }

    @Test
    void anAnswerThatGotLostIsFetchedByPushingAgain() throws Exception {
        Path file = school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));
        try (Relay relay = Relay.losing(service, 1)) {
            Run lost = school.push(relay.url(), file.toString());
            Run again = school.push(relay.url(), file.toString());

            assertThat(lost.exit()).isEqualTo(1);
            assertThat(lost.printed()).contains("nothing counts twice").doesNotContain("Exception");
            assertThat(again.exit()).as(again.printed()).isZero();
            assertThat(school.deliveries("finished")).isEqualTo(1);
        }
    }

    @Test
    void anUnreachableServiceIsSaidInWords() throws IOException {
        Path file = school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));

        Run run = school.push("http://127.0.0.1:1", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.printed())
                .contains("tjenesten svarer ikke / the service does not answer")
                .doesNotContain("Exception");
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsSent() throws Exception {
        Path file = school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));
        Path other = school.file("other.csv", Pusher.HEADER + Pusher.csv(2, "0.1"));

        assertThat(push(folder.resolve("missing.csv")).exit()).isEqualTo(2);
        assertThat(push(file, "--id", "one", other.toString()).exit()).isEqualTo(2);
        assertThat(push(file, "--mode", "half").exit()).isEqualTo(2);
        assertThat(push(file, "--watch", folder.toString()).exit()).isEqualTo(2);
        assertThat(school.deliveries("finished")).isZero();
    }
}
