package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.cli.collect.FolderCamera;
import org.liuhen.cli.station.CameraRegister.Camera;
import org.liuhen.cli.station.CameraRegister.User;
import org.liuhen.cli.station.Recogniser.Recognised;
import org.liuhen.cli.station.Volumes.Volume;

/** Which camera is docked, and what is told of it. Nothing here ever refuses. */
class RecogniserTest {

    private static final Camera ONE = camera("SQ-0001", "A1", "zf1", "out", new User("张三", Optional.of("03080001")));
    private static final Camera TWO = camera("SQ-0002", "A2", "zf1", "out", null);
    private static final Camera TWIN = camera("SQ-0003", "A2", "zf1", "out", null);

    @TempDir
    private Path card = Path.of("");

    private static Camera camera(String number, String serial, String unit, String state, @org.jspecify.annotations.Nullable User user) {
        return new Camera(number, Optional.of(serial), unit, "执法一股", state, Optional.ofNullable(user),
                Optional.of(Instant.parse("2026-03-02T00:00:00Z")));
    }

    private static CameraRegister register(Camera... cameras) {
        return new CameraRegister(Optional.empty(), "SQ-ST-01", "SQ", "双桥区市场监督管理局", "zf1", List.of(cameras), Instant.EPOCH);
    }

    private static Volume serial(String serial) {
        return new Volume(Optional.of(serial), Optional.empty());
    }

    private Recognised recognise(String mount, Volume volume, StationFile rules, CameraRegister register, String... names) throws Exception {
        for (var name : names) Files.writeString(card.resolve(name), "x");
        var camera = FolderCamera.at(card);
        return new Recogniser(rules, register, serial -> serial.equals("CL9") ? List.of("承德县局 CL-0009") : List.of())
                .recognise(mount, camera, camera.list(), volume);
    }

    private static Optional<String> number(Recognised what) {
        return what.device().map(Camera::number);
    }

    private static List<String> codes(Recognised what) {
        return what.notices().stream().map(Notice::code).toList();
    }

    @Test
    void a_serial_of_the_register_counts_more_than_the_dock() throws Exception {
        var what = recognise("SQ-0002", serial("a1"), StationFile.none(), register(ONE, TWO), "a.mp4");
        assertEquals(Optional.of("SQ-0001"), number(what));
        assertEquals(List.of("other-dock"), codes(what));
    }

    @Test
    void without_a_serial_the_dock_s_name_counts_and_then_the_names_of_the_files() throws Exception {
        assertEquals(Optional.of("SQ-0002"), number(recognise("SQ-0002", Volume.NONE, StationFile.none(), register(ONE, TWO), "a.mp4")));
        var byNames = recognise("dock1", Volume.NONE, StationFile.none(), register(ONE, TWO), "SQ-0001_03080001_20260302150400.mp4");
        assertEquals(Optional.of("SQ-0001"), number(byNames));
        assertEquals(List.of(), codes(byNames));
    }

    @Test
    void two_cameras_with_one_serial_are_told_and_the_names_decide() throws Exception {
        var open = recognise("dock1", serial("A2"), StationFile.none(), register(ONE, TWO, TWIN), "a.mp4");
        assertEquals(Optional.empty(), number(open));
        assertEquals(List.of("same-serial"), codes(open));
        var named = recognise("dock1", serial("A2"), StationFile.none(), register(ONE, TWO, TWIN), "SQ-0003_00000000_20260302150400.mp4");
        assertEquals(Optional.of("SQ-0003"), number(named));
        assertEquals(List.of("same-serial"), codes(named));
    }

    @Test
    void a_camera_that_nobody_registered_and_one_of_another_agency_are_told() throws Exception {
        assertEquals(List.of("unknown-camera"), codes(recognise("dock1", serial("ZZ"), StationFile.none(), register(ONE), "a.mp4")));
        var foreign = recognise("dock1", serial("CL9"), StationFile.none(), register(ONE), "a.mp4");
        assertEquals(List.of("other-agency"), codes(foreign));
        assertEquals(Optional.of("CL9"), foreign.serial());
    }

    @Test
    void booked_out_to_one_and_used_by_another_is_told() throws Exception {
        assertEquals(List.of("other-officer"), codes(recognise("SQ-0001", Volume.NONE, StationFile.none(), register(ONE),
                "SQ-0001_03080002_20260302150400.mp4")));
        Files.delete(card.resolve("SQ-0001_03080002_20260302150400.mp4"));
        assertEquals(List.of(), codes(recognise("SQ-0001", Volume.NONE, StationFile.none(), register(ONE),
                "SQ-0001_080001_20260302150400.mp4", "SQ-0001_000000_20260302160400.mp4")), "cameras cut the number, and zeros are nobody");
    }

    @Test
    void other_unit_no_check_out_lost_and_a_number_in_the_names_that_is_another_s() throws Exception {
        var other = camera("SQ-0004", "A4", "zf2", "available", null);
        assertEquals(List.of("other-device-in-names", "other-unit", "not-checked-out"),
                codes(recognise("SQ-0004", Volume.NONE, StationFile.none(), register(other), "SQ-0001_03080001_20260302150400.mp4")));
        assertEquals(List.of("other-device-in-names", "lost"), codes(recognise("SQ-0005", Volume.NONE, StationFile.none(),
                register(camera("SQ-0005", "A5", "zf1", "lost", null)))));
    }

    @Test
    void the_station_s_own_file_names_cards_and_finds_serials_in_markers() throws Exception {
        var rules = StationFile.parse("""
                format: liuhen-station-v1
                cameras:
                  - {volume: 3463-6539, device: SQ-0001}
                markers:
                  - {file: device.txt, pattern: 'SN[:=]\\s*(\\S+)'}
                """.getBytes(UTF_8));
        assertEquals(Optional.of("SQ-0001"), number(recognise("dock1", new Volume(Optional.empty(), Optional.of("3463-6539")), rules, register(ONE, TWO))));
        write("DEVICE.TXT", "MODEL=X\r\nSN= A2\r\n");
        assertEquals(Optional.of("SQ-0002"), number(recognise("dock1", Volume.NONE, rules, register(ONE, TWO))));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(card.resolve(name), text);
    }
}
