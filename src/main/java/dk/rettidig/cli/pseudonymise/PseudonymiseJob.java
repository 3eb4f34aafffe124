package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.console.ProgressBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** One file from survey to release. */
public final class PseudonymiseJob {

    /** Where a number's date is judged: a child is not born before it is that day in Denmark. */
    static final Clock DANISH_TIME = Clock.system(ZoneId.of("Europe/Copenhagen"));

    private final Path input;
    private final Layout layout;
    private final Path output;
    private final boolean strict;
    private final Console console;
    private final Report report;
    private final Clock clock;

    PseudonymiseJob(
            Path input, Layout layout, Path output, boolean strict, Console console, Report report, Clock clock) {
        this.input = input;
        this.layout = layout;
        this.output = output;
        this.strict = strict;
        this.console = console;
        this.report = report;
        this.clock = clock;
    }

    /**
     * A whole file as {@code pseudonymise} does it without options: survey, run, verification, release.
     *
     * @param output must not be there
     * @return the command's exit code: 0 when every row is in the released output
     */
    public static int whole(Path input, Path output, AuthorityClient authority, Console console)
            throws IOException, InputRefused, AskException, InterruptedException {
        Layout layout = new LayoutFinder(Optional.empty(), Optional.empty()).find(input);
        try (Workplace workplace = Workplace.of(output)) {
            return new PseudonymiseJob(input, layout, output, false, console, new Report(console, false), DANISH_TIME)
                    .run(workplace, authority);
        }
    }

    /** Exit code: 0 when every row is in the released output. */
    int run(Workplace workplace, AuthorityClient authority)
            throws IOException, InputRefused, AskException, InterruptedException {
        Journal journal = new Journal(workplace.journal());
        Survey survey = survey(workplace);
        if (survey.leaks() > 0) {
            report.leaks(survey);
            return 1;
        }
        if (survey.good() == 0 && survey.problems().containsKey(RowProblem.CPR_UNDECIDED)) {
            throw new InputRefused(
                    "all_undecided",
                    "Alle rækker venter på en afgørelse. Udfyld arbejdslisten, og angiv den med --worklist.",
                    "All rows wait for a decision. Fill in the worklist and give it with --worklist.");
        }
        if (survey.good() == 0) {
            throw new InputRefused("no_numbers", "Ingen række har et CPR-nummer.", "No row has a CPR number.");
        }
        if (strict && survey.bad() > 0) {
            throw new InputRefused("strict", "Intet er frigivet (--strict).", "Nothing was released (--strict).");
        }
        Optional<Journal.Mark> mark = journal.begin(identity(survey, authority));
        try (ProgressBar bar = console.bar("pseudonymiserer / pseudonymising", Files.size(input))) {
            new Pseudonymisation(authority, bar).run(input, layout, workplace, journal, mark);
        }
        int sample = verified(survey, workplace, authority);
        workplace.release();
        report.released(output, sample);
        return survey.bad() == 0 ? 0 : 1;
    }

    private Survey survey(Workplace workplace) throws IOException, InputRefused {
        try (RejectedRows rejected = new RejectedRows(workplace.rejected());
                ProgressBar bar = console.bar("læser / reading", Files.size(input))) {
            Survey survey = Survey.of(input, layout, rejected, LocalDate.now(clock), bar);
            report.survey(survey, layout, rejected.release());
            return survey;
        }
    }

    private int verified(Survey survey, Workplace workplace, AuthorityClient authority)
            throws IOException, InputRefused, AskException, InterruptedException {
        try (ProgressBar bar = console.bar("kontrollerer / verifying", Files.size(input))) {
            return new Verification(survey).check(input, layout, workplace.partial(), authority, bar);
        } catch (InputRefused wrong) {
            workplace.discard();
            throw wrong;
        }
    }

    private String identity(Survey survey, AuthorityClient authority) {
        return String.join(
                " ",
                survey.sha256(),
                layout.text(),
                authority.domain().text(),
                java.util.Base64.getEncoder()
                        .encodeToString(authority.publicKey().bytes()));
    }
}
