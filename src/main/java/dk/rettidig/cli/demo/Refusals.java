package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks that something was refused, by the rule that should have refused it. */
final class Refusals {

    private Refusals() {}

    static void check(Tally tally, DemoHttp.Answer answer, String rule, String danish, String english) {
        JsonNode reason = reason(answer, rule);
        boolean refused = answer.status() == 403 && !reason.isMissingNode();
        if (refused) {
            tally.check(
                    true,
                    danish + ": afvist af regel " + rule + " – "
                            + reason.path("citation").asText(),
                    english + ": refused. " + reason.path("english").asText());
            tally.add("Afvist / refused: " + rule, 1);
        } else {
            tally.check(
                    false,
                    danish + ": skulle være afvist af regel " + rule + ", men svaret var " + answer.status() + " "
                            + answer.text("code"),
                    answer.text("title_en") + " " + answer.body().path("rules"));
        }
    }

    private static JsonNode reason(DemoHttp.Answer answer, String rule) {
        for (JsonNode each : answer.body().path("rules")) {
            if (each.path("rule").asText().equals(rule)) {
                return each;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
