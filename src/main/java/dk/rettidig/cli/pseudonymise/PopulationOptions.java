package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.console.ProgressBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The population that numbers are held against, as options of a command. */
final class PopulationOptions {

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = {
                "The data team's own register extract (CSV with a CPR column). Rows whose number is not in it but near one that",
                "is go to a worklist, where people decide. Nothing is corrected by itself."
            })
    private @Nullable Path file;

    @Option(names = "--population-column", paramLabel = "NAME", description = "The extract's CPR column.")
    private @Nullable String column;

    @Option(names = "--name", paramLabel = "NAME", description = "The input's column with names; again for another.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--birth-date", paramLabel = "NAME", description = "The input's column with birth dates.")
    private @Nullable String birthDate;

    @Option(names = "--population-name", paramLabel = "NAME", description = "The extract's; left out, as --name.")
    private List<String> populationNames = new ArrayList<>();

    @Option(
            names = "--population-birth-date",
            paramLabel = "NAME",
            description = "The extract's; left out, as --birth-date.")
    private @Nullable String populationBirthDate;

    @Option(names = "--worklist", paramLabel = "FILE", description = "The worklist with its column decision filled in.")
    private @Nullable Path worklist;

    @Option(
            names = "--undecided",
            paramLabel = "hold|pass",
            description = "Rows that nobody decided about stay out (hold, the default) or pass as they are.")
    private String undecided = "hold";

    /** The layout under which rows are as people decided; the same one when no population is named. */
    Layout decided(Path input, Layout layout, Path fresh, Console console, Report report)
            throws IOException, InputRefused {
        Path population = file;
        if (population == null) {
            require(
                    worklist == null && names.isEmpty() && birthDate == null,
                    "--worklist, --name and --birth-date need" + " --population.");
            return layout;
        }
        Decisions.Undecided rule = rule();
        PopulationCheck.Source people = new PopulationCheck.Source(
                population, new LayoutFinder(Optional.ofNullable(column), Optional.empty()).find(population), there());
        PopulationCheck.Source rows = new PopulationCheck.Source(input, layout, here());
        check(rows, people);
        PopulationCheck check;
        try (ProgressBar bar = console.bar("befolkningsudtræk / population", Files.size(population))) {
            check = PopulationCheck.of(rows, people, bar);
        }
        Worklist list = new Worklist(check, text(rows) + "\n" + text(people));
        Decisions decisions;
        Optional<Path> left = Optional.ofNullable(worklist);
        if (worklist != null) {
            decisions = list.read(worklist, rule);
        } else {
            decisions = list.none(rule);
            if (decisions.undecided() > 0) {
                list.write(fresh);
                left = Optional.of(fresh);
            }
        }
        report.population(check, decisions, left);
        return new DecidedLayout(layout, decisions);
    }

    private Decisions.Undecided rule() {
        require(List.of("hold", "pass").contains(undecided), "--undecided is hold or pass.");
        return undecided.equals("pass") ? Decisions.Undecided.PASS : Decisions.Undecided.HOLD;
    }

    private Optional<PersonColumns> here() {
        require(
                names.isEmpty() == (birthDate == null),
                "--name and --birth-date go together: children of the same name are many.");
        return Optional.ofNullable(birthDate).map(day -> new PersonColumns(names, day));
    }

    private Optional<PersonColumns> there() {
        return here().map(own -> new PersonColumns(
                populationNames.isEmpty() ? own.names() : populationNames,
                populationBirthDate == null ? own.birthDate() : populationBirthDate));
    }

    private static void check(PopulationCheck.Source rows, PopulationCheck.Source people) throws InputRefused {
        for (PopulationCheck.Source each : List.of(rows, people)) {
            if (each.person().isPresent()) {
                each.person()
                        .get()
                        .check(each.layout(), String.valueOf(each.file().getFileName()));
            }
        }
    }

    private static String text(PopulationCheck.Source source) {
        return source.layout().text() + " "
                + source.person().map(PersonColumns::text).orElse("");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
