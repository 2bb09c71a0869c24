package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liuhen.cli.collect.Camera;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.station.CameraRegister.User;
import org.liuhen.formats.devices.FileName;

/**
 * Tells which camera is docked: by the rules of the station's file, by the serial or the volume in the register, by the name of the
 * mount, by the names of its files. What contradicts is told; nothing here keeps a file from being taken in.
 */
final class Recogniser {

    private static final int MARKER_BYTES_MAX = 64 * 1024;

    private final StationFile rules;
    private final CameraRegister register;
    private final Elsewhere elsewhere;

    /** Whose a serial is, in the registers of other agencies. */
    interface Elsewhere {
        /** Agency and number of each; empty if the server cannot be asked. */
        List<String> owners(String serial) throws InterruptedException;
    }

    Recogniser(StationFile rules, CameraRegister register, Elsewhere elsewhere) {
        this.rules = rules;
        this.register = register;
        this.elsewhere = elsewhere;
    }

    /**
     * What is known of a docked camera.
     *
     * @param device the camera in the register; absent for one that is not in it, or that could be two
     * @param serial as the camera, its volume or its marker says
     * @param names what its files' names tell
     */
    record Recognised(Optional<CameraRegister.Camera> device, Optional<String> serial, List<FileName> names, List<Notice> notices) {
        Recognised {
            names = List.copyOf(names);
            notices = List.copyOf(notices);
        }

        /** What the camera is called as long as nobody knows its number. */
        String label(String mount) {
            return device.map(CameraRegister.Camera::number).or(() -> serial).orElse(mount);
        }
    }

    /** What is docked at a mount of that name, with these files. */
    Recognised recognise(String mount, Camera camera, List<CameraFile> files, Volumes.Volume volume) throws InterruptedException {
        var notices = new ArrayList<Notice>();
        var names = files.stream().flatMap(file -> rules.naming().read(file.path().name().display()).stream()).toList();
        var serial = volume.serial().filter(one -> !register.withSerial(one).isEmpty()).or(() -> marker(camera, files)).or(volume::serial)
                .or(volume::id);
        var device = own(volume, serial).or(() -> bySerial(serial, mount, names, notices)).or(() -> register.numbered(mount))
                .or(() -> byNames(names));
        if (device.isEmpty() && notices.isEmpty()) notices.add(unknown(serial));
        device.ifPresent(known -> tell(known, mount, names, notices));
        return new Recognised(device, serial, names, notices);
    }

    private Optional<CameraRegister.Camera> own(Volumes.Volume volume, Optional<String> serial) {
        return rules.cameras().stream()
                .filter(own -> same(own.volume(), volume.id()) || same(own.serial(), serial))
                .map(StationFile.Own::device).flatMap(number -> register.numbered(number).stream()).findFirst();
    }

    private static boolean same(Optional<String> wanted, Optional<String> found) {
        return wanted.isPresent() && found.filter(wanted.get()::equalsIgnoreCase).isPresent();
    }

    /** The serial that the camera wrote into a file of its own. */
    private Optional<String> marker(Camera camera, List<CameraFile> files) {
        for (var marker : rules.markers()) {
            for (var file : files) {
                if (!file.path().name().display().equalsIgnoreCase(marker.file())) continue;
                try (var channel = camera.open(file.path())) {
                    var match = marker.pattern().matcher(text(channel));
                    if (match.find()) return Optional.of(match.group(1).strip());
                } catch (IOException unreadable) {
                    // it is told when it cannot be handed in
                }
            }
        }
        return Optional.empty();
    }

    private static String text(SeekableByteChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(MARKER_BYTES_MAX, Math.max(1, channel.size())));
        var read = 0;
        while (buffer.hasRemaining() && read >= 0) read = channel.read(buffer);
        return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }

    private Optional<CameraRegister.Camera> bySerial(
            Optional<String> serial, String mount, List<FileName> names, List<Notice> notices) {
        if (serial.isEmpty()) return Optional.empty();
        var with = register.withSerial(serial.get());
        if (with.size() <= 1) return with.stream().findFirst();
        var numbers = with.stream().map(CameraRegister.Camera::number).collect(Collectors.joining("、"));
        var likely = with.stream().filter(camera -> camera.number().equalsIgnoreCase(mount)
                || names.stream().anyMatch(name -> name.device().filter(camera.number()::equalsIgnoreCase).isPresent())).toList();
        notices.add(Notice.act("same-serial",
                "序列号 " + serial.get() + " 登记了多台设备（" + numbers + "）。照常接收" + (likely.size() == 1 ? "为 " + likely.getFirst().number() : "")
                        + "；请核对设备铭牌并更正登记",
                "several devices are registered with the serial " + serial.get() + " (" + numbers + "). Taken in all the same"
                        + (likely.size() == 1 ? " as " + likely.getFirst().number() : "") + "; compare the name plate and correct the register"));
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    /** The one device of the register that all names agree on. */
    private Optional<CameraRegister.Camera> byNames(List<FileName> names) {
        var named = names.stream().flatMap(name -> name.device().stream()).map(one -> one.toUpperCase(Locale.ROOT)).distinct().toList();
        var known = named.stream().flatMap(one -> register.numbered(one).or(() -> alone(register.withSerial(one))).stream()).distinct().toList();
        return known.size() == 1 && named.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    private static Optional<CameraRegister.Camera> alone(List<CameraRegister.Camera> cameras) {
        return cameras.size() == 1 ? Optional.of(cameras.getFirst()) : Optional.empty();
    }

    private Notice unknown(Optional<String> serial) throws InterruptedException {
        var owners = serial.isPresent() ? elsewhere.owners(serial.get()) : List.<String>of();
        var said = serial.map(one -> "（" + one + "）").orElse("");
        if (!owners.isEmpty()) {
            var whose = String.join("、", owners);
            return Notice.act("other-agency",
                    "这台设备" + said + "登记在别的机关：" + whose + "。文件暂存本站、不入本机关的库；请通知对方取回",
                    "this camera " + said + " is another agency's: " + whose + ". Its files are kept at this station and are not handed in; "
                            + "tell them to fetch it");
        }
        return Notice.act("unknown-camera",
                "没有登记这台设备" + said + "。文件暂存本站；请在“设备”页登记它的编号和序列号，登记后自动入库",
                "this camera " + said + " is not in the register. Its files are kept at this station; register its number and serial on the page "
                        + "of devices, then they are handed in");
    }

    private void tell(CameraRegister.Camera device, String mount, List<FileName> names, List<Notice> notices) {
        register.numbered(mount).filter(other -> !other.equals(device)).ifPresent(other -> notices.add(Notice.look("other-dock",
                "接在 " + other.number() + " 的位置上，按序列号认作 " + device.number(),
                "it stands in the dock of " + other.number() + "; by its serial it is " + device.number())));
        var others = names.stream().flatMap(name -> name.device().stream()).filter(one -> !one.equalsIgnoreCase(device.number())
                && device.serial().filter(one::equalsIgnoreCase).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) notices.add(Notice.look("other-device-in-names",
                "有的文件名写着别的设备号：" + some(others) + "。照常接收；请核对设备里的编号设置",
                "some names have another device's number: " + some(others) + ". Taken in all the same; check the number set in the camera"));
        if (!device.unit().equals(register.unit())) notices.add(Notice.info("other-unit",
                "属于" + device.unitName() + "，在本站交", "it is of " + device.unitName() + " and is handed in here"));
        switch (device.state()) {
            case "lost" -> notices.add(Notice.act("lost", "登记为丢失的设备：照常接收；请保管人在“设备”页登记找回",
                    "registered as lost: taken in all the same; enter on the page of devices that it was found"));
            case "retired", "inRepair", "stopped" -> notices.add(Notice.look("not-in-use", "登记为已停用、维修或报废，却仍在使用：照常接收；请核对登记",
                    "registered as stopped, in repair or retired, and still used: taken in all the same; check the register"));
            case "available" -> notices.add(Notice.look("not-checked-out", "没有领用登记：照常接收；请补登是谁用了它",
                    "nobody has checked it out: taken in all the same; enter who used it"));
            default -> {} // out, as it should be; or a word of a later server
        }
        device.user().ifPresent(user -> otherOfficers(user, names, notices));
    }

    /** Booked out to one, used by another: told, never a reason to refuse. */
    private static void otherOfficers(User user, List<FileName> names, List<Notice> notices) {
        if (user.certificate().isEmpty()) return;
        var others = names.stream().flatMap(name -> name.officer().stream()).filter(one -> !same(one, user.certificate().get()))
                .filter(one -> !one.chars().allMatch(c -> c == '0')).collect(Collectors.toCollection(TreeSet::new));
        if (others.isEmpty()) return;
        notices.add(Notice.look("other-officer",
                "领用人是 " + user.name() + "（" + user.certificate().get() + "），文件名里却是 " + some(others) + "。照常接收；请核对是否借用",
                "it is checked out to " + user.name() + " (" + user.certificate().get() + "), and its files name " + some(others)
                        + ". Taken in all the same; ask whether it was lent"));
    }

    /** Cameras cut or pad the number: one is the end of the other. */
    private static boolean same(String named, String certificate) {
        var one = named.replaceFirst("^0+", "");
        var other = certificate.replaceFirst("^0+", "");
        return !one.isEmpty() && (other.endsWith(one) || one.endsWith(other));
    }

    private static String some(Set<String> words) {
        return words.stream().limit(3).collect(Collectors.joining("、")) + (words.size() > 3 ? "…" : "");
    }
}
