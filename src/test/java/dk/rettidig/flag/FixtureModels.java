package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The packaged releases and one model whose sums can be done by hand. */
@Mock
@Singleton
class FixtureModels implements RunModels {

    private final ReleasedModels packaged;

    FixtureModels(IndicatorCatalogue catalogue) {
        packaged = ReleasedModels.packaged(catalogue);
    }

    @Override
    public Optional<ReleasedModel> find(ModelRef ref) throws ModelIntegrityException {
        return ref.equals(FixtureModel.REF) ? Optional.of(FixtureModel.model()) : packaged.find(ref);
    }

    @Override
    public List<ModelRef> offered() {
        return packaged.offered();
    }
}
