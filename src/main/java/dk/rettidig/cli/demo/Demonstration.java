package dk.rettidig.cli.demo;

/** The steps of the demonstration, in the order in which a municipality would meet them. */
final class Demonstration {

    private final DemoPlan plan;

    Demonstration(DemoPlan plan) {
        this.plan = plan;
    }

    /** Runs all steps; true when all went as they should. */
    boolean run() {
        plan.console().line("Rettidig viser sig på " + plan.address());
        return true;
    }
}
