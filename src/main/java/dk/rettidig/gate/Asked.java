package dk.rettidig.gate;

import jakarta.enterprise.context.RequestScoped;

/** Whether the gate was asked while the current HTTP request was answered, and said yes. */
@RequestScoped
public class Asked {

    private boolean asked;
    private boolean permitted;

    /** Notes an answer. */
    void note(Evaluation evaluation) {
        asked = true;
        permitted |= evaluation instanceof Evaluation.Permitted;
    }

    /** Whether anybody asked. */
    public boolean asked() {
        return asked;
    }

    /** Whether the gate permitted anything. */
    public boolean permitted() {
        return permitted;
    }
}
