package dk.rettidig.flag;

import dk.rettidig.flag.member.Lot;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.flag.member.RunSalt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a finished run leaves behind.
 *
 * @param byAgeBand children by age band (-1 when not known) and outcome ({@code scored}, {@code abstained},
 *     {@code flagged}, {@code unmet})
 * @param abstentions children without a calculation by reason and age band
 * @param lot how the capacity was filled, when it had to be drawn
 */
public record RunEffect(
        Instant endedAt,
        RunCounts counts,
        Map<Integer, Map<String, Long>> byAgeBand,
        AbstentionCounts abstentions,
        RunSalt salt,
        Membership membership,
        Optional<Lot.Drawn> lot,
        List<RaisedFlag> flags) {

    public RunEffect {
        flags = List.copyOf(flags);
        byAgeBand = Map.copyOf(byAgeBand);
    }
}
