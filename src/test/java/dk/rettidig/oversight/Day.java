package dk.rettidig.oversight;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.RaisedFlags;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** What people, registries and programs do in a day, step by step over HTTP. */
final class Day {

    static final int CHILD = 15;
    static final int SIBLING = 515;
    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");

    private Day() {}

    static Map<String, Steps.Step> steps() throws SQLException {
        Steps day = new Steps();
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
        FlagId flag = raised();
        DayOfRegistries registries = new DayOfRegistries(day);
        DayOfFlags flags = new DayOfFlags(day);
        registries.registries();
        flags.reader(flag);
        flags.wayBack(flag);
        new DayOfCases(day).all();
        DayOfOversight oversight = new DayOfOversight(day);
        oversight.all();
        flags.end(flag);
        registries.end();
        oversight.end();
        return day.all();
    }

    static FlagId raised() {
        return RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
    }
}
