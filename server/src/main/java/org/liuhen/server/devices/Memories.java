package org.liuhen.server.devices;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand.SeeMemory;
import org.liuhen.core.devices.DeviceRefusal;
import org.liuhen.core.recordings.RecordingRefusal;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes down what stations find on docked devices of the files that the store has already. */
@Component
class Memories {

    private final Register register;
    private final HandInList list;
    private final DeviceStreams streams;
    private final InstantSource clock;

    Memories(Register register, HandInList list, DeviceStreams streams, InstantSource clock) {
        this.register = register;
        this.list = list;
        this.streams = streams;
        this.clock = clock;
    }

    /** When a file was stored is known here and nobody is asked. @throws Problem if it was never handed in with that device */
    void seen(Caller caller, HandInEndpoints.Memory memory) {
        var device = register.device(caller.agency(), memory.device())
                .orElseThrow(() -> Problem.refused(HttpStatus.UNPROCESSABLE_CONTENT, new DeviceRefusal.NoSuchDevice()));
        if (memory.files() < 0 || (memory.files() == 0) != memory.oldest().isEmpty()) {
            throw Problem.badRequest("memory-wrong", "设备存储的说明不完整", "What is said of the memory is incomplete")
                    .because("有文件时写明最早入库的一个，没有文件时不写。", "The one that was stored first is named where there are files, and only there.");
        }
        var oldest = memory.oldest().map(recording -> list.storedOf(caller.agency(), device.id(), recording)
                .orElseThrow(() -> Problem.refused(HttpStatus.NOT_FOUND, new RecordingRefusal.NoSuchRecording())));
        streams.handle(new AskedAct(caller.agency(), caller.actor(), device.id(), UUID.randomUUID(), Optional.empty(), Optional.empty()),
                new SeeMemory(clock.instant(), memory.files(), oldest));
    }
}
