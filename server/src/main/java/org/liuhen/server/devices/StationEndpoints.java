package org.liuhen.server.devices;

import static org.liuhen.core.values.Role.STATION;

import java.time.InstantSource;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.server.agencies.RegisterActs;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a collection station asks before it takes anything in. */
@RestController
@RequestMapping("/api/station")
class StationEndpoints {

    private final StationCameras cameras;
    private final RegisterActs acts;
    private final InstantSource clock;

    StationEndpoints(StationCameras cameras, RegisterActs acts, InstantSource clock) {
        this.cameras = cameras;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping
    @Serves(STATION)
    StationCameras.Known known(Caller caller) {
        cameras.heard(caller.agency(), caller.id(), clock.instant());
        return cameras.known(caller.agency(), caller.id());
    }

    /** The verifier-key line of the key that the station signs with. */
    record Key(String vkey) {}

    @PostMapping("/key")
    @Serves(STATION)
    ResponseEntity<Void> key(Caller caller, @RequestBody Key told) {
        var station = new StationId(caller.id());
        try {
            StationReceipt.key(station, told.vkey());
        } catch (Malformed e) {
            throw Problem.badRequest("station-key-wrong", "不是这台采集站的公钥", "Not a key of this station")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
        }
        acts.registerStationKey(caller.agency(), caller.actor(), new AgencyEvent.StationKeyRegistered(station, told.vkey()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/elsewhere")
    @Serves(STATION)
    StationCameras.Elsewhere elsewhere(Caller caller, @RequestParam String serial) {
        return cameras.elsewhere(caller.agency(), serial);
    }
}
