package dk.rettidig.casefile.supervision;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.merkle.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rounds of supervision on file. Each method takes part in the caller's transaction. */
public interface Rounds {

    /** A round that waits for something to come of an entry. */
    record Waiting(Round round, AppendId append) {}

    /**
     * Where the frame's entry was first shown.
     *
     * @param note the signed checkpoint that showed it
     */
    record Shown(long index, long size, String note) {}

    /** A drawn case: its number in the order of the draw, from 1. */
    record DrawnCase(int number, FrameCase of) {}

    /** An entry about a round that names no reviewer. */
    record Step(String name, AppendId append) {}

    /** Files a round with its frame. */
    void add(Round round, AppendId frame, List<FrameCase> cases);

    /** The round. */
    Optional<Round> find(MunicipalityCode municipality, UUID id);

    /** The municipality's rounds, newest first. */
    List<Round> list(MunicipalityCode municipality);

    /** Municipalities that have rounds. */
    List<MunicipalityCode> municipalities();

    /** Rounds whose frame no checkpoint has shown yet. */
    List<Waiting> unshown(MunicipalityCode municipality);

    /** Notes where the frame was shown; a second time changes nothing. */
    void show(Round round, Shown shown);

    /** Locks one round whose moment has come and that was shown and not called; empty when another replica has it. */
    Optional<Round> lockDue(MunicipalityCode municipality, Instant now);

    /** Notes the call. */
    void call(Round round, AppendId call);

    /** Rounds that were called and not drawn. */
    List<Waiting> called(MunicipalityCode municipality);

    /** Where the frame was shown; empty when it was not, or the round is gone. */
    Optional<Shown> shown(Round round);

    /** The tickets of the frame, ascending. */
    List<Hash> tickets(Round round);

    /**
     * Notes what was drawn; false when somebody else has.
     *
     * @param proof what an outsider needs beside the tickets, as JSON
     */
    boolean draw(Round round, Round.Drawn drawn, List<Hash> inOrder, String proof);

    /** Notes the entry of the draw. */
    void noteDrawn(Round round, AppendId append);

    /** The entries of frame, call, draw and plans, as far as they are there. */
    List<Step> steps(Round round);

    /** What an outsider needs beside the tickets. */
    Optional<String> proof(Round round);

    /** The drawn cases in their order. */
    List<DrawnCase> drawnCases(Round round);

    /** Locks a drawn case. */
    Optional<DrawnCase> lockCase(Round round, int number);

    /** Erases rounds whose moment was before and that have no case of a halt; returns how many. */
    int erase(MunicipalityCode municipality, Instant before);
}
