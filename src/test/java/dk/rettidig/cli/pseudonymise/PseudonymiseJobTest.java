package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.rettidig.pseudonym.SyntheticCpr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymiseJobTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private JobFixture fixture;
    private Path output;

    @BeforeEach
    void start() throws Exception {
        fixture = new JobFixture();
        output = folder.resolve("out.csv");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private InputRefused refused(Path input) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> fixture.run(input, output));
        assertThat(refused).as(fixture.shown).isNotNull();
        String shown = (String.join("\n", refused.lines()) + fixture.shown).replace(folder.toString(), "");
        assertThat(shown).doesNotContainPattern("[0-9]{6}");
        assertThat(output).doesNotExist();
        return refused;
    }

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesTheColumnOfACsvAndLeavesEveryOtherByte() throws Exception {
        Path input = file(
                "in.csv",
                "\uFEFFklasse;\"CPR-nr\";note\r\n3.a;" + SyntheticCpr.hyphenated(1)
                        + ";\"siger \"\"hej\"\";\r\nså\"\r\n\r\n4.b;\" " + SyntheticCpr.digits(2) + "\";\n5.c;"
                        + SyntheticCpr.digits(1) + ";uden linjeskift");

        assertThat(fixture.run(input, output)).isZero();

        assertThat(Files.readString(output))
                .isEqualTo("\uFEFFklasse;\"pseudonym\";note\r\n3.a;" + fixture.pseudonym(1)
                        + ";\"siger \"\"hej\"\";\r\nså\"\r\n\r\n4.b;\"" + fixture.pseudonym(2) + "\";\n5.c;"
                        + fixture.pseudonym(1) + ";uden linjeskift");
        assertThat(left()).containsExactly("in.csv", "out.csv");
        // Two persons, and the three rows of the sample once more.
        assertThat(fixture.authority.elements()).isEqualTo(2 + 3);
        assertThat(fixture.authority.faults()).isEmpty();
        assertThat(fixture.shown).contains("3 rækker, 2 personer").contains("2 ligner testnumre");
    }

    @Test
    void replacesTheMemberOfAnNdjsonAndLeavesEveryOtherByte() throws Exception {
        output = folder.resolve("out.ndjson");
        Path input = file(
                "in.ndjson",
                "{\"a\": {\"cpr\": 1}, \"cpr_nr\" : \"" + SyntheticCpr.hyphenated(3)
                        + "\", \"æ\":\"\\\"\"}\r\n\n{\"cpr_nr\":\"" + SyntheticCpr.digits(4) + "\"}");

        assertThat(fixture.run(input, output)).isZero();

        assertThat(Files.readString(output))
                .isEqualTo("{\"a\": {\"cpr\": 1}, \"pseudonym\" : \"" + fixture.pseudonym(3)
                        + "\", \"æ\":\"\\\"\"}\r\n\n{\"pseudonym\":\"" + fixture.pseudonym(4) + "\"}");
    }

    @Test
    void leavesBadRowsOutAndNamesLineAndReasonOnly() throws Exception {
        Path input = file(
                "in.csv",
                "id,cpr\n1," + SyntheticCpr.digits(1) + "\n2,310299-9876\n3,\n4,102505001\n5\n6,310250-AB12\n7,"
                        + SyntheticCpr.digits(2) + "\n");

        assertThat(fixture.run(input, output)).isEqualTo(1);

        assertThat(Files.readString(output))
                .isEqualTo("id,pseudonym\n1," + fixture.pseudonym(1) + "\n7," + fixture.pseudonym(2) + "\n");
        String report = Files.readString(folder.resolve("out.csv.rejected.csv"));
        assertThat(report.lines().map(line -> line.replaceAll("^([0-9]+,[a-z_]+).*", "$1")))
                .containsExactly(
                        "line,code,reason_da,reason_en",
                        "3,cpr_no_such_date",
                        "4,cpr_empty",
                        "5,cpr_leading_zero_lost",
                        "6,field_count",
                        "7,cpr_letters");
        assertThat(report + fixture.shown).doesNotContain("310299", "9876", "102505", "AB12");
        assertThat(fixture.shown).contains("linje / line 3: cpr_no_such_date").contains("5 rækker er ikke med");
    }

    @Test
    void strictReleasesNothingWhenARowIsBad() throws Exception {
        fixture.strict = true;
        Path input = file("in.csv", "cpr\n" + SyntheticCpr.digits(1) + "\nnobody\n");

        assertThat(refused(input).code()).isEqualTo("strict");

        assertThat(fixture.authority.requests()).isZero();
        assertThat(left()).containsExactly("in.csv", "out.csv.rejected.csv");
    }

    @Test
    void aNumberInAnotherColumnStopsTheRunBeforeAnythingIsAsked() throws Exception {
        Path input = file(
                "in.csv",
                "cpr,navn,note\n" + SyntheticCpr.digits(1) + ",A,\n" + SyntheticCpr.digits(2) + ",B,\"se\nogså "
                        + SyntheticCpr.hyphenated(1) + "\"\n" + SyntheticCpr.digits(3) + "," + SyntheticCpr.digits(3)
                        + ",\n");

        assertThat(fixture.run(input, output)).isEqualTo(1);

        assertThat(fixture.shown)
                .contains("2 rækker har")
                .contains("line 3: note")
                .contains("line 5: navn");
        assertThat(fixture.shown).doesNotContain(SyntheticCpr.digits(1).substring(0, 6));
        assertThat(fixture.authority.requests()).isZero();
        assertThat(left()).containsExactly("in.csv");
    }

    @Test
    void anEscapedNumberInAnotherMemberIsFoundToo() throws Exception {
        String digits = SyntheticCpr.digits(1);
        Path input = file(
                "in.ndjson",
                "{\"cpr\":\"" + digits + "\",\"note\":\"" + digits.substring(0, 6) + "\\u2013" + digits.substring(6)
                        + "\"}\n");

        assertThat(fixture.run(input, output)).isEqualTo(1);

        assertThat(fixture.shown).contains("line 1: note");
    }

    @Test
    void theColumnMustBeOneAndKnown() throws Exception {
        assertThat(refused(file("a.csv", "id,navn\n1,A\n")).code()).isEqualTo("column_missing");
        assertThat(refused(file("b.csv", "cpr,personnummer\n1,2\n")).code()).isEqualTo("column_twice");
        assertThat(refused(file("c.csv", "cpr,x,cpr\n1,2,3\n")).code()).isEqualTo("column_twice");
        assertThat(refused(file("d.csv", "cpr,pseudonym\n1,2\n")).code()).isEqualTo("pseudonym_present");
        assertThat(refused(file("e.csv", "cpr;navn,efternavn\n1;2\n")).code()).isEqualTo("delimiter_unclear");
        assertThat(refused(file("f.csv", "")).code()).isEqualTo("empty");
        assertThat(refused(file("g.ndjson", "nothing\n")).code()).isEqualTo("no_records");
        fixture.column = java.util.Optional.of("mor");
        assertThat(refused(file("h.csv", "cpr,far\n1,2\n")).code()).isEqualTo("column_missing");
    }

    @Test
    void whoNamesTheColumnMayHaveTwoThatLookLikeIt() throws Exception {
        fixture.column = java.util.Optional.of("cpr");
        Path input = file("in.csv", "cpr,personnummer\n" + SyntheticCpr.digits(1) + ",x\n");

        assertThat(fixture.run(input, output)).isZero();

        assertThat(Files.readString(output)).isEqualTo("pseudonym,personnummer\n" + fixture.pseudonym(1) + ",x\n");
    }

    @Test
    void refusesWindows1252WithLineAndWhatToDo() throws Exception {
        Path input =
                Files.write(folder.resolve("in.csv"), "cpr,navn\n,A\n,\u00E6\n".getBytes(StandardCharsets.ISO_8859_1));

        InputRefused refused = refused(input);

        assertThat(refused.code()).isEqualTo("not_utf8");
        assertThat(refused.lines()).allMatch(line -> line.contains("3") && line.contains("iconv -f WINDOWS-1252"));
    }

    @Test
    void anUnclosedQuoteEndsTheRun() throws Exception {
        assertThat(refused(file("in.csv", "cpr,a\n1,\"x\n2,y\n")).code()).isEqualTo("csv_broken");
        assertThat(refused(file("in.csv", "cpr,a\n1,\"x\"y\n")).code()).isEqualTo("csv_broken");
    }

    @Test
    void rubbishEndsFastAndReadable() throws Exception {
        Path input = file("in.csv", "cpr\n" + "rubbish\n".repeat(99_000));
        long start = System.nanoTime();

        assertThat(refused(input).code()).isEqualTo("no_numbers");

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
        assertThat(fixture.shown.lines().count()).isLessThan(30);
        assertThat(fixture.shown).contains("99000 × ikke ti cifre").contains("linje / line 21:");
    }

    @Test
    void anExistingOutputAndASecondRunAreRefused() throws Exception {
        Path input = file("in.csv", "cpr\n" + SyntheticCpr.digits(1) + "\n");
        try (Workplace other = Workplace.of(output)) {
            assertThat(refused(input).code()).isEqualTo("in_use");
            assertThat(other.partial()).doesNotExist();
        }
        Files.writeString(output, "mine");

        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> fixture.run(input, output));

        assertThat(refused.code()).isEqualTo("output_exists");
        assertThat(Files.readString(output)).isEqualTo("mine");
        assertThat(left()).containsExactly("in.csv", "out.csv");
    }

    @Test
    void anOutputWhoseSampleDiffersIsNotReleased() throws Exception {
        Path input = file("in.csv", "cpr\n" + SyntheticCpr.digits(1) + "\n");
        Path wrong = file("wrong.csv", "pseudonym\n" + fixture.pseudonym(2) + "\n");

        assertThat(verification(input, wrong).code()).isEqualTo("sample_differs");
    }

    @Test
    void anOutputThatDoesNotFitItsInputIsNotReleased() throws Exception {
        Path input = file("in.csv", "cpr,a\n" + SyntheticCpr.digits(1) + ",b\n");
        String right = "pseudonym,a\n" + fixture.pseudonym(1) + ",b\n";

        for (String wrong : List.of(
                right.replace(",b", ",c"), right + "x", right.substring(0, right.length() - 1), "pseudonym,a\n")) {
            assertThat(verification(input, file("wrong.csv", wrong)).code()).isEqualTo("output_differs");
        }
    }

    private InputRefused verification(Path input, Path wrong) throws Exception {
        Layout layout = new LayoutFinder(fixture.column, fixture.delimiter).find(input);
        var bar = new dk.rettidig.cli.console.Console(System.out, System.err, false).bar("", 1);
        try (RejectedRows rejected = new RejectedRows(folder.resolve("rejected.csv"));
                AuthorityClient client = fixture.client()) {
            Survey survey = Survey.of(input, layout, rejected, java.time.LocalDate.of(2026, 11, 22), bar);
            InputRefused refused = catchThrowableOfType(
                    InputRefused.class, () -> new Verification(survey).check(input, layout, wrong, client, bar));
            assertThat(refused).isNotNull();
            return refused;
        }
    }

    @Test
    void goesOnWhereAnUnreachableAuthorityStoppedIt() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_800; i++) {
            lines.add(i + "," + SyntheticCpr.digits(i % 2_200) + ",x");
        }
        Path input = file("in.csv", "id,cpr,note\n" + String.join("\n", lines) + "\n");
        fixture.authority.plays((exchange, content, request) -> {
            if (request > 2) {
                StubAuthority.send(exchange, 403, "{\"code\":\"gate_refused\"}");
            }
            return request > 2;
        });
        assertThat(catchThrowableOfType(AskException.class, () -> fixture.run(input, output))
                        .reason())
                .isEqualTo(AskException.Reason.REFUSED);
        assertThat(output).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("out.csv.journal"))).hasSize(3);
        long before = fixture.authority.elements();
        fixture.authority.plays((exchange, content, request) -> false);
        Files.writeString(folder.resolve("out.csv.partial"), "torn", java.nio.file.StandardOpenOption.APPEND);

        assertThat(fixture.run(input, output)).isZero();

        List<String> expected = new ArrayList<>(List.of("id,pseudonym,note"));
        for (int i = 0; i < 2_800; i++) {
            expected.add(i + "," + fixture.pseudonym(i % 2_200) + ",x");
        }
        assertThat(Files.readAllLines(output)).isEqualTo(expected);
        assertThat(fixture.authority.elements() - before)
                .as("nobody of the finished pieces is asked for again")
                .isLessThanOrEqualTo(200 + Verification.SAMPLE);
        assertThat(left()).containsExactly("in.csv", "out.csv");
    }

    @Test
    void anUnfinishedRunOfAnotherFileOrWithChangedRowsIsNotTakenUp() throws Exception {
        StringBuilder rows = new StringBuilder("cpr\n");
        for (int i = 0; i < 2_100; i++) {
            rows.append(SyntheticCpr.digits(i)).append('\n');
        }
        Path input = file("in.csv", rows.toString());
        fixture.authority.plays((exchange, content, request) -> {
            if (request > 2) {
                StubAuthority.send(exchange, 403, "{}");
            }
            return request > 2;
        });
        assertThat(catchThrowableOfType(AskException.class, () -> fixture.run(input, output))
                        .reason())
                .isEqualTo(AskException.Reason.REFUSED);
        fixture.authority.plays((exchange, content, request) -> false);
        Path other = file("other.csv", rows + SyntheticCpr.digits(9_999) + "\n");
        assertThat(refused(other).code()).isEqualTo("other_run");

        Path partial = folder.resolve("out.csv.partial");
        String good = Files.readString(partial);
        Files.writeString(partial, good.replace(fixture.pseudonym(0), fixture.pseudonym(1)));

        assertThat(refused(input).code()).isEqualTo("partial_changed");
    }

    @Test
    void jsonTellsTheSameInOneObject() throws Exception {
        fixture.json = true;
        Path input = file("in.csv", "cpr\n" + SyntheticCpr.digits(1) + "\nx\n");

        assertThat(fixture.run(input, output)).isEqualTo(1);

        assertThat(fixture.shown.lines()).hasSize(1);
        var object = new com.fasterxml.jackson.databind.ObjectMapper().readTree(fixture.shown);
        assertThat(object.path("state").asText()).isEqualTo("released");
        assertThat(object.path("persons").asInt()).isEqualTo(1);
        assertThat(object.path("reasons").path("cpr_not_ten_digits").asInt()).isEqualTo(1);
    }
}
