package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.ReleasedModels;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The releases that runs of this installation may name. */
@Singleton
class FlagWiring {

    @Produces
    @DefaultBean
    @Singleton
    RunModels models(IndicatorCatalogue catalogue) {
        return ReleasedModels.packaged(catalogue)::find;
    }
}
