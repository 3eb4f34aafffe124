package dk.rettidig.review.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.flag.Flags;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.review.OutcomeRow;
import dk.rettidig.review.Outcomes;
import dk.rettidig.review.OwnView;
import dk.rettidig.review.OwnViews;
import dk.rettidig.review.RecordedOutcome;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.review.SealedView;
import dk.rettidig.testing.Overlap;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.text.Justification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Views, outcomes and moves of two people at once, and that an effect and its entry stand or fall together. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReviewRaceIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final Instant AT = Instant.parse("2026-11-20T06:00:00Z");
    private static final ActorName ANNA = new ActorName("anna");
    private static final Actor.Caseworker READER = new Actor.Caseworker(ANNA, HERE);

    @Inject
    Flags flags;

    @Inject
    OwnViews views;

    @Inject
    Outcomes outcomes;

    @Inject
    Ledger ledger;

    private final FlagId flag =
            RaisedFlags.raise(HERE, Instant.parse("2036-12-20T06:00:00Z"), 0.3).getFirst();

    @Test
    void ofTwoViewsOfOnePersonAtOnceTheFirstIsKept() throws Exception {
        SealedView first = view(OwnView.Choice.IN_DOUBT);
        SealedView second = view(OwnView.Choice.NEED_URGENT);

        Overlap.Both<Boolean> sealed =
                Overlap.of(() -> views.seal(HERE, first), Overlap.End.COMMIT, () -> views.seal(HERE, second));

        assertThat(sealed).isEqualTo(new Overlap.Both<>(true, false));
        assertThat(views.find(HERE, flag, ANNA)).contains(first);
    }

    @Test
    void ofTwoOutcomesAtOnceTheFirstIsKeptAndARolledBackOneIsNone() throws Exception {
        RecordedOutcome first = outcome("anna", "no_reason", Optional.empty());
        RecordedOutcome second = outcome("bo", "open_case", Optional.of("2026-1234"));

        Overlap.Both<Boolean> undone = Overlap.of(
                () -> outcomes.record(HERE, first), Overlap.End.ROLLBACK, () -> outcomes.record(HERE, second));
        boolean third = outcomes.record(HERE, first);

        assertThat(undone).isEqualTo(new Overlap.Both<>(true, true));
        assertThat(third).isFalse();
        assertThat(outcomes.find(HERE, flag)).contains(second);
    }

    @Test
    void ofTwoMovesFromOneVersionTheSecondIsToldThatTheFlagHasChanged() throws Exception {
        Overlap.Both<FlagMove> moves = Overlap.of(
                () -> flags.open(HERE, flag, Optional.of(1L)),
                Overlap.End.COMMIT,
                () -> flags.open(HERE, flag, Optional.of(1L)));

        assertThat(moves.first())
                .isInstanceOfSatisfying(
                        FlagMove.Moved.class,
                        moved -> assertThat(moved.listing().version()).isEqualTo(2));
        assertThat(moves.second()).isInstanceOf(FlagMove.Changed.class);
    }

    @Test
    void aMoveStartsFromTheRowUnderItsLockAndNotFromWhatItsTransactionReadBefore() throws Exception {
        Overlap.Both<FlagMove> moves = Overlap.of(
                () -> assertThat(flags.find(HERE, flag).orElseThrow().version()).isEqualTo(1),
                () -> flags.open(HERE, flag, Optional.empty()),
                Overlap.End.COMMIT,
                () -> flags.sealView(HERE, flag, Optional.empty()));

        assertThat(moves.second())
                .isInstanceOfSatisfying(
                        FlagMove.Moved.class,
                        moved -> assertThat(moved.listing().version()).isEqualTo(3));
    }

    @Test
    void anAcknowledgementCountsOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            flags.open(HERE, flag, Optional.empty());
            flags.sealView(HERE, flag, Optional.empty());
            assertThat(flags.acknowledge(HERE, flag)).isInstanceOf(FlagMove.OutOfTurn.class);
            flags.conclude(HERE, flag, Optional.of(3L));
            FlagMove once = flags.acknowledge(HERE, flag);
            assertThat(flags.acknowledge(HERE, flag)).isEqualTo(once);
        });

        assertThat(flags.find(HERE, flag).orElseThrow().version()).isEqualTo(5);
    }

    @Test
    void anEffectAndItsEntryStandOrFallTogether() throws SQLException {
        long before = entries();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    sealAndAppend();
                    throw new IllegalStateException("after both");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(views.find(HERE, flag, ANNA)).isEmpty();
        assertThat(flags.find(HERE, flag).orElseThrow().version()).isEqualTo(1);
        assertThat(entries()).isEqualTo(before);

        QuarkusTransaction.requiringNew().run(this::sealAndAppend);
        assertThat(views.find(HERE, flag, ANNA)).isPresent();
        assertThat(flags.find(HERE, flag).orElseThrow().version()).isEqualTo(2);
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void anotherMunicipalityFindsNothingAndCanWriteNothing() {
        MunicipalityCode elsewhere = new MunicipalityCode("101");
        views.seal(HERE, view(OwnView.Choice.IN_DOUBT));

        assertThat(views.find(elsewhere, flag, ANNA)).isEmpty();
        assertThatThrownBy(() -> views.seal(elsewhere, view(OwnView.Choice.IN_DOUBT)))
                .hasMessageContaining("foreign key");
    }

    @Test
    void whatFailsInTheDatabaseSaysNothingOfWhatWasWritten() {
        SealedView refused = new SealedView(
                new FlagId(UUID.randomUUID()), ANNA, new OwnView(OwnView.Choice.IN_DOUBT, new Justification(WHY)), AT);

        Throwable failure = catchThrowable(() -> views.seal(HERE, refused));

        assertThat(failure).isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain(WHY)
                .doesNotContain(refused.flag().toString());
    }

    private void sealAndAppend() {
        flags.open(HERE, flag, Optional.empty());
        SealedView sealed = view(OwnView.Choice.IN_DOUBT);
        views.seal(HERE, sealed);
        ledger.append(READER, new ReviewEvent.ViewSealed(HERE, sealed));
    }

    private SealedView view(OwnView.Choice choice) {
        return new SealedView(flag, ANNA, new OwnView(choice, new Justification(WHY)), AT);
    }

    private RecordedOutcome outcome(String by, String kind, Optional<String> openCase) {
        OutcomeRow row = new OutcomeRow(kind, WHY, openCase, Optional.empty(), Optional.empty(), Optional.empty());
        return new RecordedOutcome(flag, row.outcome(HERE, by), AT);
    }

    /** Entries of views sealed; other tests and the scheduler append entries of other types. */
    private static long entries() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from ledger_append "
                                + "where position('review.view_sealed' in encode(body, 'escape')) > 0")) {
            row.next();
            return row.getLong(1);
        }
    }
}
