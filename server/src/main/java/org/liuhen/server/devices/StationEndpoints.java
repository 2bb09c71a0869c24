package org.liuhen.server.devices;

import static org.liuhen.core.values.Role.STATION;

import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a collection station asks before it takes anything in. */
@RestController
@RequestMapping("/api/station")
class StationEndpoints {

    private final StationCameras cameras;

    StationEndpoints(StationCameras cameras) {
        this.cameras = cameras;
    }

    @GetMapping
    @Serves(STATION)
    StationCameras.Known known(Caller caller) {
        return cameras.known(caller.agency(), caller.id());
    }

    @GetMapping("/elsewhere")
    @Serves(STATION)
    StationCameras.Elsewhere elsewhere(Caller caller, @RequestParam String serial) {
        return cameras.elsewhere(caller.agency(), serial);
    }
}
