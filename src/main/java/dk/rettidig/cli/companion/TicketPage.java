package dk.rettidig.cli.companion;

import dk.rettidig.cli.reidentify.Redemption;
import dk.rettidig.cli.reidentify.RedemptionException;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.seal.Jws;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redeems one ticket for re-identification and shows one child; the only page that shows a whole number. */
final class TicketPage {

    static final String PATH = "/ticket";

    private static final int UNPROCESSABLE = 422;
    private static final int BIRTH_DIGITS = 6;

    private final VaultDoor door;
    private final Optional<Redemption> redemption;
    private final Pages pages;

    TicketPage(VaultDoor door, Optional<Redemption> redemption, Pages pages) {
        this.door = door;
        this.redemption = redemption;
        this.pages = pages;
    }

    Answer show(Visit visit) {
        return form(200, visit, List.of());
    }

    private Answer form(int status, Visit visit, List<String> errors) {
        List<Map<String, String>> named = errors.stream()
                .map(error -> Map.of("field", "ticket", "text", error))
                .toList();
        return pages.page(status, visit, "ticket", Map.of("errors", named, "configured", redemption.isPresent()));
    }

    /** Redeems it. A vault that does not open costs no ticket, and the vault is closed while the service is asked. */
    Answer redeem(Visit visit) throws CompanionException, IOException, InterruptedException {
        String text = visit.form().text("ticket").strip();
        if (redemption.isEmpty() || !text.matches("[A-Za-z0-9_.-]{1," + Jws.MAXIMUM_CHARACTERS + "}")) {
            return form(UNPROCESSABLE, visit, List.of(pages.texts().text(visit.language(), "ticketMalformed")));
        }
        String municipality = door.with((vault, today) -> vault.municipality());
        try {
            Redemption.Redeemed redeemed = redemption.get().redeem(municipality, text);
            Optional<VaultEntry> child = door.with((vault, today) ->
                    vault.find(redeemed.ticket().domain(), redeemed.ticket().pseudonym()));
            return shown(visit, redeemed, child);
        } catch (RedemptionException refused) {
            Language language = visit.language();
            String why =
                    language.choose(refused.reason().danish(), refused.reason().english());
            return form(UNPROCESSABLE, visit, List.of(why + " (" + refused.code() + ")"));
        }
    }

    private Answer shown(Visit visit, Redemption.Redeemed redeemed, Optional<VaultEntry> child) {
        Map<String, Object> values = new HashMap<>();
        values.put("entry", Words.count(redeemed.leafIndex(), visit.language()));
        values.put("caseReference", redeemed.ticket().caseReference().value());
        values.put("found", child.isPresent());
        values.put("who", child.map(entry -> who(entry.identity())).orElse(""));
        values.put(
                "local",
                child.map(entry -> entry.identity() instanceof VaultIdentity.Local)
                        .orElse(false));
        values.put("why", child.map(VaultEntry::why).orElse(""));
        values.put(
                "expires",
                child.map(entry -> Words.date(entry.expires(), visit.language()))
                        .orElse(""));
        return pages.page(200, visit, "shown", values);
    }

    private static String who(VaultIdentity identity) {
        return switch (identity) {
            case VaultIdentity.Numbered numbered -> {
                String digits = new String(numbered.number().input(), java.nio.charset.StandardCharsets.US_ASCII);
                yield digits.substring(0, BIRTH_DIGITS) + "-" + digits.substring(BIRTH_DIGITS);
            }
            case VaultIdentity.Local local -> local.id();
        };
    }
}
