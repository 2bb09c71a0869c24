package org.liuhen.server.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.liuhen.core.values.StationId;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.folder.OperatorFault;
import org.springframework.stereotype.Component;

/**
 * Tokens on their way to the stations: each waits in {@code tokens/<agency>/<station>.token}, for the owner's eyes alone, until the operator takes it to its
 * station and removes the file. The server itself never reads it again.
 */
@Component
public class StationTokenFiles {

    private final Register register;
    private final StationTokens tokens;
    private final DataFolder folder;
    private final InstantSource clock;

    StationTokenFiles(Register register, StationTokens tokens, DataFolder folder, InstantSource clock) {
        this.register = register;
        this.tokens = tokens;
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes a first token, unless the station has one that is still good. */
    Optional<Path> issueFirst(Register.Station station) throws IOException {
        if (tokens.isHeld(station.agency(), new StationId(station.id()), clock.instant())) return Optional.empty();
        return Optional.of(issue(station));
    }

    /**
     * Ends every token of the station and writes a new one, good for {@link StationTokens#LIFE}.
     *
     * @param name its number, or {@code AGENCY/NUMBER} where two agencies use the same
     * @throws OperatorFault if there is no such station, or several
     */
    public Path renew(String name) throws IOException {
        var station = station(name);
        end(station);
        return issue(station);
    }

    /**
     * Ends every token of the station; it can hand nothing in until it gets a new one.
     *
     * @throws OperatorFault as {@link #renew}
     */
    public void revoke(String name) throws IOException {
        end(station(name));
    }

    private void end(Register.Station station) throws IOException {
        tokens.revoke(station.agency(), new StationId(station.id()), clock.instant());
        Files.deleteIfExists(file(station));
    }

    private Path issue(Register.Station station) throws IOException {
        var token = tokens.issue(
            station.agency(), new StationId(station.id()), station.name(), station.unit(), clock.instant(), StationTokens.LIFE);
        DurableFiles.createSecretFolder(folder.tokens());
        DurableFiles.writeSecret(file(station), (token + "\n").getBytes(StandardCharsets.US_ASCII));
        return file(station);
    }

    private Path file(Register.Station station) {
        var name = station.number().replaceAll("[^\\p{L}\\p{N}_-]", "_");
        return folder.tokens().resolve(station.agency()).resolve(name + ".token");
    }

    private Register.Station station(String name) {
        var found = register.agencies().stream().flatMap(agency -> register.stations(agency.code()).stream())
            .filter(station -> name.equals(station.number()) || name.equals(station.agency() + "/" + station.number())).toList();
        if (found.size() == 1) return found.getFirst();
        throw found.isEmpty()
            ? new OperatorFault("没有登记采集站 " + name + "。请核对机构登记文件中的编号。",
                "Station " + name + " is not in the register. Check its number in the registry file.")
            : new OperatorFault("有几个机关都有采集站 " + name + "。请写成“机关代码/编号”。",
                "Several agencies have a station " + name + ". Write AGENCY/NUMBER.");
    }
}
