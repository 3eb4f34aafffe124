package dk.rettidig.conversion;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.NoteId;
import dk.rettidig.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversions on file. Each method takes part in the caller's transaction. */
public interface Conversions {

    /** The conversion that was taken under this id. */
    Optional<Conversion> find(MunicipalityCode municipality, NoteId id);

    /** Puts the pairs where {@link dk.rettidig.pseudonym.PseudonymRows} find them, until the transaction ends. */
    void stage(List<PseudonymPair> pairs);

    /** Keeps the former pseudonyms of the children whose rows changed, sealed; those kept before follow their child. */
    void keepFormer(Conversion conversion);

    /** Files a conversion. */
    void add(Conversion conversion);

    /** Notes the checkpoint of a receipt; the first one stays. */
    Ledger.Covered cover(Conversion conversion, Ledger.Covered covered);

    /** Municipalities that have former pseudonyms. */
    List<MunicipalityCode> withFormer();

    /** Erases former pseudonyms kept since before the moment; returns how many. */
    int eraseFormer(MunicipalityCode municipality, Instant before);
}
