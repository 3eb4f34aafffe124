package dk.rettidig.review.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.PersonCount;
import dk.rettidig.review.reidentification.RedemptionDesk;
import dk.rettidig.review.reidentification.ReidentificationFault;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Counts for each person, for the data protection officer: nothing about children. */
@Path("/reidentifications/counts")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CountsPage {

    /** Days before today that are shown when nobody says which. */
    private static final int USUAL_DAYS = 30;

    private final ReidentificationList list;
    private final CurrentActor actor;
    private final Shells shells;
    private final Clock clock;

    CountsPage(ReidentificationList list, CurrentActor actor, Shells shells, Clock clock) {
        this.list = list;
        this.actor = actor;
        this.shells = shells;
        this.clock = clock;
    }

    /**
     * Which days, and what is counted in them.
     *
     * @param from ISO date, as the form has it
     * @param to ISO date
     * @param wrong what is wrong with the days; empty when nothing is
     */
    public record Counts(String from, String to, List<Row> rows, String wrong) {

        /** Whether the vault has a row of its own, which needs a word of explanation. */
        public boolean vault() {
            return rows.stream().anyMatch(row -> row.person().equals(RedemptionDesk.VAULT.value()));
        }
    }

    /** One person's counts. */
    public record Row(String person, long asked, long approved, long declined, long redeemed, long refused) {
        static Row of(PersonCount count) {
            return new Row(
                    count.person().value(),
                    count.asked(),
                    count.approved(),
                    count.declined(),
                    count.redeemed(),
                    count.refused());
        }
    }

    /** The counts of some days. */
    @GET
    @Gated(action = Action.READ_REIDENTIFICATION_COUNTS, purpose = Purpose.SUPERVISION)
    public Response counts(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        LocalDate today = Words.day(clock.instant());
        LocalDate last = day(to, today);
        LocalDate first = day(from, last.minusDays(USUAL_DAYS));
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        Counts counts;
        try {
            counts = new Counts(
                    first.toString(),
                    last.toString(),
                    list.counts(municipality, first, last).stream().map(Row::of).toList(),
                    "");
        } catch (ReidentificationFault wrong) {
            counts = new Counts(
                    first.toString(),
                    last.toString(),
                    List.of(),
                    shells.language()
                            .choose(
                                    wrong.errorCode().danish(),
                                    wrong.errorCode().english()));
        }
        return shells.page(Templates.counts(shells.shell(), counts));
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return otherwise;
        }
    }
}
