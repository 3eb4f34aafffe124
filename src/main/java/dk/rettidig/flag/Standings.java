package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a child in the run before its screening was concluded: for counting, and shown to nobody. It is found as long as
 * the run's salt is kept, and of a child whose pseudonym was converted since the run not at all.
 */
public interface Standings {

    /**
     * What became of the child in the latest run that raised flags, ended before the moment and had it in it. In the caller's
     * transaction.
     */
    Optional<Standing> latest(MunicipalityCode municipality, BasisId basis, Pseudonym child, Instant before);

    /**
     * What became of it.
     *
     * @param flag where it was flagged and the flag's content is not erased
     */
    record Standing(ModelRef model, MemberStatus became, Optional<FlagId> flag) {

        @Override
        public String toString() {
            return "Standing[hidden]";
        }
    }
}
