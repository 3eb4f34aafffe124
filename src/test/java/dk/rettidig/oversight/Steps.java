package dk.rettidig.oversight;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Steps of a day, in their order, and what each was answered. */
final class Steps {

    static final String COUNTED = "gate.counted";

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Response> answers = new HashMap<>();

    /**
     * One step.
     *
     * @param status of the answer
     * @param entry a type that must have been entered; {@link #COUNTED} for what is counted by the minute and reads nothing
     * @param reads what its entries stand for
     */
    record Step(int status, String entry, Callable<Response> act, ReadsByEntry reads) {}

    /** The step told last, for which an entry stands for other reads than in general. */
    record Told(Steps day, String name) {

        /** Says for what this entry stands here. */
        Told where(String entry, Reads reads) {
            day.steps.computeIfPresent(
                    name,
                    (_, step) -> new Step(
                            step.status(),
                            step.entry(),
                            step.act(),
                            step.reads().with(entry, reads)));
            return this;
        }
    }

    Map<String, Step> all() {
        return steps;
    }

    Told step(String name, int status, String entry, Callable<Response> act) {
        Callable<Response> remembered = () -> {
            Response answer = act.call();
            answers.put(name, answer);
            return answer;
        };
        steps.put(name, new Step(status, entry, remembered, DeclaredReads.all()));
        return new Told(this, name);
    }

    /** What an earlier step was answered. */
    Response answer(String name) {
        Response answer = answers.get(name);
        if (answer == null) {
            throw new IllegalStateException("no step before this one is called " + name);
        }
        return answer;
    }
}
