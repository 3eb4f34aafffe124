package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import dk.rettidig.ledger.DemoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** The steps of the demonstration, in the order in which a municipality would meet them. */
final class Demonstration {

    private final DemoPlan plan;
    private final Console console;
    private final Tally tally;
    private final DemoClock clock;

    Demonstration(DemoPlan plan, DemoClock clock) {
        this.plan = plan;
        this.clock = clock;
        this.console = plan.console();
        this.tally = new Tally(console);
    }

    /** Runs all steps; true when all went as they should. */
    boolean run() {
        console.line("Rettidig · demonstration på syntetiske data (kommune 999, " + plan.children() + " børn, frø "
                + plan.seed() + ")");
        console.line("Ingen personer bag tallene. / Nobody stands behind these figures.");
        tally.check(
                DemoHttp.nobody(plan.management()).get("/q/health/ready").ok(),
                "Tjenesten er klar.",
                "the service is ready: database reachable, policy set in force");
        DemoPeople people = DemoPeople.signIn(plan);
        try {
            new FollowUpStep(plan, people, tally).run();
            RegistryStep registries = new RegistryStep(plan, people, tally);
            registries.run();
            new RunStep(plan, people, tally).run();
            ReadingStep.Reading reading = new ReadingStep(plan, people, tally).run();
            new ConclusionStep(plan, people, tally, registries, clock).run(reading);
            new RecordStep(plan, people, tally).run();
        } catch (IOException failure) {
            tally.check(false, "Filer kunne ikke læses eller skrives: " + failure.getMessage(), "files failed");
        }
        summary();
        return tally.allGood();
    }

    private void summary() {
        console.heading("Opsummering", "Summary");
        tally.print();
        Duration took = Duration.ofNanos(System.nanoTime() - plan.startedNanos());
        console.line(String.format(Locale.ROOT, "  Tid / time: %.1f s", took.toMillis() / 1000.0));
        if (tally.allGood()) {
            console.good("Alt gik, som det skulle. / All of it went as it should.");
        } else {
            console.bad(tally.failures() + " ting gik ikke, som de skulle. / did not go as they should.");
        }
        if (!plan.once()) {
            console.heading("Siderne er åbne", "The pages are open");
            console.line("  " + plan.address());
            console.line("  Vælg en af de fem demo-personer. Stop med Ctrl-C. / Choose one of the five demo people.");
        }
    }
}
