package dk.rettidig.cli.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs beside the started service and talks to it over HTTP only. */
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
        boolean good = new Demonstration(plan).run();
        if (!plan.once()) {
            Quarkus.waitForExit();
        }
        return good ? 0 : 1;
    }
}
