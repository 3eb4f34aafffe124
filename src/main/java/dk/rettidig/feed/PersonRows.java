package dk.rettidig.feed;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** What is held about one child at this moment, by the delivery that brought it. The caller has asked the gate. */
public interface PersonRows {

    /** The deliveries that rows of the child came with, oldest first; none for a child that is not known. */
    List<Delivered> delivered(MunicipalityCode municipality, Pseudonym child);

    /** The versions of the child's intervals of scope, oldest first. */
    List<Interval> scope(MunicipalityCode municipality, Pseudonym child);

    /** How the child's screenings ended, as far as it is kept, oldest first. */
    List<Ended> concluded(MunicipalityCode municipality, Pseudonym child);

    /**
     * One delivery's rows.
     *
     * @param sourceKind the kind of registry
     * @param leafIndex the place of the delivery's entry, where its receipt was asked for
     */
    record Delivered(Instant at, String sourceKind, BasisId basis, OptionalLong leafIndex, List<Row> rows) {

        public Delivered {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param indicator the indicator's code
     */
    record Row(short indicator, LocalDate from, LocalDate to, double value, Instant knownAt, boolean retracted) {

        @Override
        public String toString() {
            return "Row[" + indicator + "]";
        }
    }

    /** One version of an interval. */
    record Interval(BasisId basis, LocalDate from, LocalDate to, Instant knownAt, boolean retracted) {}

    /**
     * One version of how a screening ended.
     *
     * @param need whether need for support was found
     */
    record Ended(BasisId basis, LocalDate day, Instant knownAt, boolean need, boolean retracted) {

        @Override
        public String toString() {
            return "Ended[hidden]";
        }
    }
}
