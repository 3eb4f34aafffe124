package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.CprNumber.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells how a run went: for people, or as one JSON object. Counts, lines and names of columns; never a number. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final boolean json;
    private final ObjectNode object = JSON.createObjectNode();

    Report(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** What the file holds. */
    void survey(Survey survey, Layout layout, Optional<Path> rejected) {
        object.put("column", layout.column())
                .put("rows", survey.good())
                .put("persons", survey.persons())
                .put("replacement", survey.kinds().getOrDefault(Kind.REPLACEMENT, 0L))
                .put("test", survey.kinds().getOrDefault(Kind.TEST, 0L))
                .put("rejected", survey.bad());
        ObjectNode reasons = object.putObject("reasons");
        survey.problems().forEach((problem, count) -> reasons.put(problem.code(), count));
        rejected.ifPresent(file -> object.put("rejected_file", file.toString()));
        if (json) {
            return;
        }
        console.line(survey.good() + " rækker, " + survey.persons() + " personer, kolonne " + layout.column()
                + " / rows, persons, column");
        kind(survey, Kind.REPLACEMENT, "erstatningspersonnumre / replacement numbers (60 added to the day)");
        kind(survey, Kind.TEST, "ligner testnumre / look like test numbers (born later, or serial from 9900)");
        rejected(survey, rejected);
    }

    private void kind(Survey survey, Kind kind, String words) {
        long count = survey.kinds().getOrDefault(kind, 0L);
        if (count > 0) {
            console.detail(count + " " + words);
        }
    }

    private void rejected(Survey survey, Optional<Path> file) {
        if (survey.bad() == 0) {
            return;
        }
        console.bad(survey.bad() + " rækker er ikke med / rows stay out:");
        survey.problems()
                .forEach((problem, count) ->
                        console.detail(count + " × " + problem.danish() + " / " + problem.english()));
        survey.firstBad()
                .forEach(row -> console.detail(
                        "linje / line " + row.line() + ": " + row.problem().code()));
        if (survey.bad() > survey.firstBad().size()) {
            console.detail("...");
        }
        file.ifPresent(path -> console.detail("alle / all: " + path));
    }

    /** What a population file told. */
    void population(PopulationCheck check, Decisions decisions, Optional<Path> worklist) {
        ObjectNode told = object.putObject("population")
                .put("rows", check.population().rows())
                .put("rejected", check.population().rejected())
                .put("not_in_population", check.unknown())
                .put("near", check.near().size())
                .put("same", decisions.same())
                .put("other", decisions.other())
                .put("undecided", decisions.undecided());
        worklist.ifPresent(file -> told.put("worklist", file.toString()));
        if (json) {
            return;
        }
        console.line(check.population().rows() + " i befolkningsudtrækket, " + check.unknown()
                + " numre står ikke i det, " + check.near().size()
                + " af dem ligner et, der gør / in the population, numbers are not in it, of them near one that is");
        if (decisions.same() + decisions.other() > 0) {
            console.detail(decisions.same() + " afgjort som en anden, " + decisions.other()
                    + " som ikke / decided to be another, not to be");
        }
        if (decisions.undecided() > 0) {
            console.bad(decisions.undecided() + " venter på en afgørelse / wait for a decision"
                    + worklist.map(file -> ": " + file).orElse(""));
        }
    }

    /** Where numbers stand outside their column. */
    void leaks(Survey survey) {
        object.put("numbers_elsewhere", survey.leaks());
        for (Survey.Named each : survey.firstLeaks()) {
            object.withArrayProperty("elsewhere")
                    .addObject()
                    .put("line", each.line())
                    .put("column", each.what());
        }
        refused(
                "number_elsewhere",
                List.of(
                        survey.leaks()
                                + " rækker har et af filens CPR-numre i en anden kolonne. Fjern det, eller udelad"
                                + " kolonnen.",
                        survey.leaks()
                                + " rows hold one of the file's CPR numbers in another column. Remove it, or leave"
                                + " the column out."));
        if (!json) {
            survey.firstLeaks().forEach(each -> console.detail("linje / line " + each.line() + ": " + each.what()));
        }
    }

    /** What was refused. */
    void refused(String code, List<String> lines) {
        object.put("state", "refused").put("code", code);
        if (!json) {
            console.bad(lines.isEmpty() ? code : lines.get(0));
            lines.stream().skip(1).forEach(console::detail);
        }
    }

    /** That the output stands. */
    void released(Path output, int sample) {
        object.put("state", "released").put("output", output.toString()).put("sample", sample);
        if (!json) {
            console.good(output + " er kontrolleret og frigivet (stikprøve " + sample
                    + ") / verified and released (sample)");
        }
    }

    /** The JSON object, when it was asked for. */
    void end() {
        if (json) {
            console.line(object.toString());
        }
    }
}
