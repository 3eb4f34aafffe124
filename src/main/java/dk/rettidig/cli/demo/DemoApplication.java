package dk.rettidig.cli.demo;

import dk.rettidig.ledger.DemoClock;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs beside the started service and talks to it over HTTP only, but for the clock, which it puts forward. */
public final class DemoApplication implements QuarkusApplication {

    private static final AtomicReference<@Nullable DemoPlan> PLAN = new AtomicReference<>();

    static void plan(DemoPlan plan) {
        PLAN.set(plan);
    }

    @Override
    public int run(String... arguments) {
        DemoPlan plan = PLAN.get();
        if (plan == null) {
            throw new IllegalStateException("the demonstration has no plan");
        }
        Clock clock = CDI.current().select(Clock.class).get();
        DemoClock demoClock = CDI.current().select(DemoClock.class).get();
        boolean good = new Demonstration(plan.goingBy(clock), demoClock).run();
        if (!plan.once()) {
            Quarkus.waitForExit();
        }
        return good ? 0 : 1;
    }
}
