package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.Rescored;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The flags of a municipality, each question put to the repository that knows. */
@Singleton
@Transactional
class FlagShelf implements Flags {

    private static final int LONGEST_PAGE = 200;

    private final FlagRepository flags;
    private final FlagContentRepository contents;
    private final SqlCorrections corrections;
    private final Clock clock;

    FlagShelf(FlagRepository flags, FlagContentRepository contents, SqlCorrections corrections, Clock clock) {
        this.flags = flags;
        this.contents = contents;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    public List<FlagListing> list(MunicipalityCode municipality, Optional<FlagListing> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("a page of flags has 1 to " + LONGEST_PAGE);
        }
        return flags.list(municipality, after, limit);
    }

    @Override
    public Optional<FlagListing> find(MunicipalityCode municipality, FlagId id) {
        return flags.find(municipality, id);
    }

    @Override
    public Optional<FlagFacts> facts(MunicipalityCode municipality, FlagId id) {
        return flags.find(municipality, id).flatMap(contents::facts);
    }

    @Override
    public Optional<FlagStrength> strength(MunicipalityCode municipality, FlagId id) {
        return contents.strength(municipality, id);
    }

    @Override
    public Optional<Rescored> rescored(MunicipalityCode municipality, FlagId id) {
        return corrections.find(municipality, id);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public FlagMove open(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return flags.move(municipality, id, version, FlagRepository.OPEN, clock.instant());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public FlagMove sealView(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return flags.move(municipality, id, version, FlagRepository.SEAL_VIEW, clock.instant());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public FlagMove conclude(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return flags.move(municipality, id, version, FlagRepository.CONCLUDE, clock.instant());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public FlagMove acknowledge(MunicipalityCode municipality, FlagId id) {
        return flags.acknowledge(municipality, id, clock.instant());
    }
}
