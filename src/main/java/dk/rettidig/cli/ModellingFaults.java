package dk.rettidig.cli;

import dk.rettidig.modelling.ModellingFault;
import java.io.PrintWriter;

/** How the commands of models tell a fault: code and details, then what to do, Danish and English. */
final class ModellingFaults {

    private ModellingFaults() {}

    static void tell(PrintWriter errors, ModellingFault fault) {
        errors.printf("%s %s%n", fault.errorCode().code(), fault.details());
        errors.println(fault.errorCode().danish());
        errors.println(fault.errorCode().english());
    }
}
