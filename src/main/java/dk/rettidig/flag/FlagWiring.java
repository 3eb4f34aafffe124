package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The releases that runs of this installation may name. */
@Singleton
class FlagWiring {

    @Produces
    @DefaultBean
    @Singleton
    RunModels models(IndicatorCatalogue catalogue) {
        ReleasedModels packaged = ReleasedModels.packaged(catalogue);
        return new RunModels() {
            @Override
            public Optional<ReleasedModel> find(ModelRef ref) throws ModelIntegrityException {
                return packaged.find(ref);
            }

            @Override
            public List<ModelRef> offered() {
                return packaged.offered();
            }
        };
    }
}
