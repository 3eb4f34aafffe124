package dk.rettidig.gate;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with the gate itself; a refusal is {@code gate_refused} and carries the rules' own words. */
public enum GateErrorCode implements ErrorCode {
    POLICY_SET_UNENFORCEABLE(
            "gate_policy_set_unenforceable",
            500,
            "Regelsættet kan ikke håndhæves, og tjenesten starter ikke. Ret de nævnte linjer; ./rettidig policy check viser dem.",
            "The policy set cannot be enforced, so the service does not start. Correct the lines named; ./rettidig policy check shows them."),
    ROUTE_NOT_GATED(
            "gate_route_not_gated",
            500,
            "Siden siger ikke, hvad den beder porten om, og svarer derfor ikke. Meld fejlen til driften.",
            "The route does not say what it asks the gate for, so it gives no answer. Report it to the operator."),
    GATE_NOT_ASKED(
            "gate_not_asked",
            500,
            "Svaret er holdt tilbage, fordi porten ikke blev spurgt. Meld fejlen til driften.",
            "The answer is held back because the gate was not asked. Report it to the operator.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    GateErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
