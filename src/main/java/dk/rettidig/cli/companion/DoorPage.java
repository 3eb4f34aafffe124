package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.CompanionException.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Asks for the passphrase, and locks. */
final class DoorPage {

    private final VaultDoor door;
    private final PendingMerges pending;
    private final Pages pages;

    DoorPage(VaultDoor door, PendingMerges pending, Pages pages) {
        this.door = door;
        this.pending = pending;
        this.pages = pages;
    }

    /** What a locked companion shows instead of any page; {@code text} names what to say first, or is empty. */
    Answer locked(int status, Visit visit, String text) {
        pending.clear();
        String said = text.isEmpty() ? "" : pages.texts().text(visit.language(), text);
        return pages.outside(status, visit, "unlock", Map.of("said", said, "takesPassphrase", door.takesPassphrase()));
    }

    Answer unlock(Visit visit) throws IOException, InterruptedException {
        char[] passphrase = visit.form().text("passphrase").toCharArray();
        try {
            door.unlock(passphrase);
            return Answer.redirect(pages.base() + "/");
        } catch (CompanionException refused) {
            boolean busy = refused.reason() == Reason.VAULT_IN_USE;
            return locked(refused.reason().status(), visit, busy ? "vault_in_use" : "passphraseWrong");
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    Answer lock(Visit visit) {
        door.lock();
        return locked(200, visit, "lockedNow");
    }
}
