package dk.rettidig.feed.body;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One notification as the municipality's own intake delivers it; texts that were not sent are empty. The form is right, the codes
 * are not looked up. {@code toString} hides it.
 *
 * @param line its line in the body
 * @param notification what the sender calls it
 * @param receivedAt when the municipality received it: the clocks of the law run from here
 * @param anonymous empty when the sender does not say
 * @param born {@code YYYY-MM}; gives the age band and is not kept
 * @param sex {@code female} or {@code male}, for counting alone
 * @param incident what the sender calls the incident that several notifications are about
 * @param household what the sender calls the household: a local word, no address
 */
public record NotificationRow(
        long line,
        String notification,
        Pseudonym child,
        Instant receivedAt,
        String notifier,
        Optional<Boolean> anonymous,
        List<String> causes,
        List<String> marks,
        String born,
        String age,
        String sex,
        String letter,
        String incident,
        String household) {

    public NotificationRow {
        causes = List.copyOf(causes);
        marks = List.copyOf(marks);
    }

    /** The same but for where it stands in the body. */
    boolean repeats(NotificationRow other) {
        return equals(other.at(line));
    }

    private NotificationRow at(long where) {
        return new NotificationRow(
                where,
                notification,
                child,
                receivedAt,
                notifier,
                anonymous,
                causes,
                marks,
                born,
                age,
                sex,
                letter,
                incident,
                household);
    }

    @Override
    public String toString() {
        return "NotificationRow[hidden]";
    }
}
