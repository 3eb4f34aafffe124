package dk.rettidig.cli.demo;

import dk.rettidig.access.DemoPerson;

/** The demonstration's people, each with a session of their own. */
record DemoPeople(
        DemoHttp nobody,
        DemoHttp dataTeam,
        DemoHttp caseworker,
        DemoHttp secondCaseworker,
        DemoHttp teamLeader,
        DemoHttp officer) {

    static DemoPeople signIn(DemoPlan plan) {
        return new DemoPeople(
                DemoHttp.nobody(plan.address()),
                DemoHttp.signedIn(plan.address(), DemoPerson.DATA_TEAM, plan.password()),
                DemoHttp.signedIn(plan.address(), DemoPerson.CASEWORKER_ONE, plan.password()),
                DemoHttp.signedIn(plan.address(), DemoPerson.CASEWORKER_TWO, plan.password()),
                DemoHttp.signedIn(plan.address(), DemoPerson.TEAM_LEADER, plan.password()),
                DemoHttp.signedIn(plan.address(), DemoPerson.DATA_PROTECTION_OFFICER, plan.password()));
    }
}
