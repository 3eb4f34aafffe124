package dk.rettidig.followup;

import dk.rettidig.access.MunicipalityCode;
import java.util.List;

/** Measures that the case system delivered as observations. The caller has asked the gate; takes part in its transaction. */
public interface RegisteredMeasures {

    /**
     * A measure of a child that is followed up.
     *
     * @param retracted whether the case system took it back
     */
    record Seen(FollowUpId followUp, Measure measure, boolean retracted) {}

    /** Whether deliveries ended since {@link #looked}. */
    boolean anyNew(MunicipalityCode municipality);

    /** What is on record now, of indicators with these ids. */
    List<Seen> look(MunicipalityCode municipality, List<String> kinds);

    /** Notes that all deliveries until now were looked at. To be called before {@link #look}, in the same transaction. */
    void looked(MunicipalityCode municipality);
}
