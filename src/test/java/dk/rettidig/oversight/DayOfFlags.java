package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Requests.DPO;
import static dk.rettidig.oversight.Requests.LEADER;
import static dk.rettidig.oversight.Requests.ONE;
import static dk.rettidig.oversight.Requests.TWO;
import static dk.rettidig.oversight.Requests.WHY;
import static dk.rettidig.oversight.Requests.address;
import static dk.rettidig.oversight.Requests.get;
import static dk.rettidig.oversight.Requests.page;
import static dk.rettidig.oversight.Requests.post;
import static dk.rettidig.oversight.Requests.seal;

import dk.rettidig.flag.FlagId;
import dk.rettidig.review.reidentification.WayBack;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** How a flag is read and concluded in a day, and the way back to its child. */
final class DayOfFlags {

    private final Steps day;

    DayOfFlags(Steps day) {
        this.day = day;
    }

    void reader(FlagId flag) {
        String weights = address(flag) + "/weights";
        day.step("the list", 200, "gate.permitted", () -> get(ONE, "/api/v1/flags"));
        day.step("the list as a page", 200, "gate.permitted", () -> page(ONE, "/flags"))
                .where(
                        "gate.permitted list_flags",
                        none().beside("flag", "flag_fact").beside("review_opening")); // corrected after the end
        day.step("corrected after the end", 200, "gate.permitted", () -> get(ONE, "/api/v1/flags/corrections"))
                .where("gate.permitted list_flags", none().beside("review_opening"));
        day.step("corrected after the end for the leader", 200, "gate.permitted", () -> page(LEADER, "/flags"))
                .where(
                        "gate.permitted list_flags",
                        none().beside("flag", "flag_fact").beside("review_opening"));
        day.step("a flag", 200, "review.flag_opened", () -> get(ONE, address(flag)));
        day.step("a flag as a page", 200, "review.flag_opened", () -> page(ONE, "/flags/" + flag))
                .where(
                        "review.flag_opened",
                        DeclaredReads.FLAG_OPENED.beside("reidentification")); // how far a request is
        day.step("the strength too early", 403, "review.weights_refused", () -> get(ONE, weights));
        day.step("the own view", 201, "review.view_sealed", () -> seal(ONE, flag));
        day.step("the strength", 200, "review.weights_read", () -> get(ONE, weights));
        day.step("the strength as a page", 200, "review.weights_read", () -> page(ONE, "/flags/" + flag + "/weights"));
        day.step("another's strength", 403, "review.weights_refused", () -> get(TWO, weights));
        day.step("no such flag", 404, "review.flag_not_found", () -> get(ONE, address(new FlagId(UUID.randomUUID()))));
        day.step("the DPO opens a flag", 403, "gate.refused", () -> get(DPO, address(flag)));
        day.step("the leader opens a flag", 403, "gate.refused", () -> get(LEADER, address(flag)));
    }

    void wayBack(FlagId flag) throws SQLException {
        WayBack.Vault vault = WayBack.Vault.of("999");
        day.step(
                "the way back",
                200,
                "reidentification.redeemed",
                () -> vault.redeem(WayBack.ticket(WayBack.approved(flag))));
        day.step("requests", 200, "gate.permitted", () -> get(ONE, "/api/v1/reidentifications"));
        day.step("requests as a page", 200, "gate.permitted", () -> page(LEADER, "/reidentifications"));
        day.step("counts", 200, "gate.permitted", () -> get(DPO, "/api/v1/reidentifications/counts"));
        day.step("substitutes", 200, "gate.permitted", () -> get(LEADER, "/api/v1/reidentification-substitutes"))
                .where("gate.permitted read_reidentifications", none().beside("reidentification_substitute"));
        day.step("bands of scope", 200, "gate.permitted", () -> get(DPO, "/api/v1/scope/bands"));
    }

    /** The last of the day. */
    void end(FlagId flag) {
        Map<String, String> outcome = Map.of("kind", "no_reason", "justification", WHY);
        day.step(
                "the outcome",
                201,
                "review.outcome_recorded",
                () -> post(ONE, address(flag) + "/outcome", outcome, day.answer("the strength")));
    }
}
