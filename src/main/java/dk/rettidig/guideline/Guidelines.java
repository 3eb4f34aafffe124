package dk.rettidig.guideline;

import dk.rettidig.access.MunicipalityCode;
import java.util.List;

/** The register as it is kept: rows are added and never changed. Each method takes part in the caller's transaction. */
public interface Guidelines {

    /** Keeps others from writing in the municipality's register until the transaction ends. */
    void hold(MunicipalityCode municipality);

    /** The newest version of each, by title. */
    List<Guideline> current(MunicipalityCode municipality);

    /** All versions of one, newest first; empty when there is none here. */
    List<Guideline> versions(MunicipalityCode municipality, GuidelineId id);

    /** Files a version. */
    void add(Guideline guideline);

    /** The newest answer to each point. */
    List<SelfCheck> answers(MunicipalityCode municipality);

    /** All answers to a point, newest first. */
    List<SelfCheck> answers(MunicipalityCode municipality, String point);

    /** Files an answer. */
    void add(SelfCheck check);
}
